// Payloads on demand. They are a WebAssembly module of its own, so that nobody loads it who only checks.
import { writeDay } from '../day.js'
import { Generator } from '../generator.js'

function* payloads(generator, count) {
  for (let made = 0; made < count; made += 1) yield generator.payload()
}

export function generate(contract, { count = Infinity, seed = 0, break: broken, today } = {}) {
  return payloads(new Generator(contract, broken, writeDay(today), BigInt(seed)), count)
}
