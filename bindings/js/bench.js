// The verdict of this package beside that of ajv's compiled code, both from bytes, in one run: `node bench.js`.
// Ratios are what counts; they are the medians of interleaved rounds.
import { readFileSync } from 'node:fs'
import Ajv from 'ajv/dist/2020.js'
import { CreatePaymentRequest, example } from '@klavi/validate'

const schema = JSON.parse(readFileSync(new URL('../../schema/contracts/create-payment.request.schema.json', import.meta.url)))
const validate = new Ajv({ strict: false }).compile(schema)
const decoder = new TextDecoder()
const clean = new TextEncoder().encode(JSON.stringify(JSON.parse(decoder.decode(await example('create-payment.request')))))
const broken = new TextEncoder().encode(decoder.decode(clean).replace(/"amount":"[^"]*"/, '"amount":"10"'))

const contenders = {
  '@klavi/validate, report': (bytes) => CreatePaymentRequest.check(bytes).valid,
  '@klavi/validate, verdict': (bytes) => CreatePaymentRequest.isValid(bytes),
  'ajv, compiled': (bytes) => validate(JSON.parse(decoder.decode(bytes))),
  'JSON.parse alone': (bytes) => JSON.parse(decoder.decode(bytes)) !== null,
}

const ROUNDS = 15
const CALLS = 5000
const median = (numbers) => numbers.sort((a, b) => a - b)[numbers.length >> 1]

for (const [name, bytes, valid] of [['clean', clean, true], ['one error', broken, false]]) {
  const times = Object.fromEntries(Object.keys(contenders).map((contender) => [contender, []]))
  for (let round = 0; round < ROUNDS; round++) {
    for (const [contender, check] of Object.entries(contenders)) {
      const start = performance.now()
      for (let call = 0; call < CALLS; call++) {
        if (check(bytes) !== valid && contender !== 'JSON.parse alone') throw new Error(`${contender} is wrong`)
      }
      times[contender].push(((performance.now() - start) / CALLS) * 1000)
    }
  }
  const reference = median(times['ajv, compiled'])
  for (const contender of Object.keys(contenders)) {
    const time = median(times[contender])
    console.log(`${name}, ${bytes.length} bytes: ${contender}: ${time.toFixed(1)} µs, ${(time / reference).toFixed(2)} of ajv`)
  }
}
