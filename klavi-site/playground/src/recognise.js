// Finds the contract of a payload by the names of its outer members.
import { contracts } from '@klavi/validate/api.js'

const isOuter = ({ pointer }) => /^(\/\d+)?\/[^/]*$/.test(pointer)

/** How badly a payload fits: outer members that are foreign to the contract, or missing. */
function misfit(contract, text) {
  const { findings } = contract.check(text)
  const outer = findings.filter(isOuter)
  const count = (code) => outer.filter((finding) => finding.code === code).length
  return { foreign: count('unknown-field'), missing: count('required') + count('expected-field'), findings }
}

/** The contract that fits best, or nothing where the names decide nothing. */
export function recognise(text) {
  let value
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  const first = Array.isArray(value) ? value[0] : value
  if (first === null || typeof first !== 'object') return undefined
  const names = Object.keys(first).length
  const fits = contracts
    .map((contract) => ({ contract, ...misfit(contract, text) }))
    .filter(({ findings }) => !findings.some(({ code, pointer }) => code === 'type' && pointer === ''))
    .filter(({ foreign }) => names - foreign > foreign)
    .map(({ contract, foreign, missing }) => ({ contract, sum: 2 * foreign + missing }))
    .sort((a, b) => a.sum - b.sum)
  const [best, next] = fits
  return best && best.sum !== next?.sum ? best.contract : undefined
}
