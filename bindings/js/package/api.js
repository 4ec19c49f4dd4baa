// What the package offers. The engine is WebAssembly, and ready when the entry file is; while modules are evaluated it need
// not be, so nothing here may call it then.
import { about, version } from './about.js'
import { writeDay } from './day.js'
import * as engine from './engine.js'

/** The options as the engine reads them. */
function written({ today, levels = {}, ...options }) {
  return JSON.stringify({ ...options, today: writeDay(today), levels: Array.isArray(levels) ? levels : Object.entries(levels) })
}

const isBytes = (document) => document instanceof ArrayBuffer || ArrayBuffer.isView(document)

function bytes(document) {
  if (document instanceof Uint8Array) return document
  if (document instanceof ArrayBuffer) return new Uint8Array(document)
  return new Uint8Array(document.buffer, document.byteOffset, document.byteLength)
}

/** What would be sent: `undefined` is no JSON, and becomes `null` as it does in an array. */
const sent = (value) => JSON.stringify(value) ?? 'null'

function report(schema, text) {
  return text === undefined ? { schema, valid: true, errors: 0, warnings: 0, findings: [] } : JSON.parse(text)
}

/** The members of `value` that a JSON Pointer leads through; in a list they are numbers. */
function path(pointer, value) {
  const keys = pointer.split('/').slice(1)
  return keys.map((key) => {
    const name = key.replaceAll('~1', '/').replaceAll('~0', '~')
    const member = Array.isArray(value) ? Number(name) : name
    value = value?.[member]
    return member
  })
}

class Contract {
  #index
  #options

  constructor({ name, direction, title }, index, options = {}) {
    Object.assign(this, { name, direction, title })
    this.#index = index
    this.#options = options
    const validate = (value) => this.#validate(value)
    this['~standard'] = Object.freeze({ version: 1, vendor: 'klavi', validate })
    Object.freeze(this)
  }

  check(document, options = {}) {
    if (typeof document === 'string') return this.#run(engine.checkText, document, true, options)
    if (isBytes(document)) return this.#run(engine.checkBytes, bytes(document), true, options)
    return this.#value(document, options)
  }

  isValid(document, options = {}) {
    const all = { ...this.#options, ...options }
    // Levels may change the verdict, and limits too: then only a report knows.
    if (Object.keys(all).length > 0) return this.check(document, options).valid
    if (isBytes(document)) return engine.isValidBytes(this.#index, bytes(document))
    return engine.isValidText(this.#index, typeof document === 'string' ? document : sent(document))
  }

  with(options) {
    return new Contract(this, this.#index, { ...this.#options, ...options })
  }

  #value(value, options) {
    return this.#run(engine.checkText, sent(value), false, options)
  }

  #run(check, document, hasText, options) {
    return report(this.name, check(this.#index, document, hasText, written({ ...this.#options, ...options })))
  }

  #validate(value) {
    const { valid, findings } = this.#value(value, {})
    if (valid) return { value }
    const errors = findings.filter(({ severity }) => severity === 'error')
    return { issues: errors.map((finding) => ({ message: finding.message, path: path(finding.pointer, value), finding })) }
  }
}

export { version }

export const contracts = Object.freeze(about.map((contract, index) => new Contract(contract, index)))

const byName = new Map(contracts.map((contract) => [contract.name, contract]))

function named(name) {
  const contract = byName.get(name)
  if (!contract) throw new RangeError(`there is no contract '${name}'; there are ${[...byName.keys()].join(', ')}`)
  return contract
}

export function check(contract, document, options) {
  return named(contract).check(document, options)
}

export function isValid(contract, document, options) {
  return named(contract).isValid(document, options)
}

// What no check needs is loaded when somebody asks for it.
const explanations = new Map([
  ['en', () => import('./explanations/en.js')],
  ['pt-BR', () => import('./explanations/pt-BR.js')],
])

export async function explain(code, { lang = 'en' } = {}) {
  const load = explanations.get(lang)
  if (!load) throw new RangeError(`there is no language '${lang}'; there are ${[...explanations.keys()].join(', ')}`)
  const { default: all } = await load()
  if (!Object.hasOwn(all, code)) throw new RangeError(`there is no code '${code}'`)
  return structuredClone(all[code])
}

export async function example(contract, options = {}) {
  const { name } = named(contract)
  const { default: all } = await import('./examples.js')
  const broken = options.break ?? ''
  if (!Object.hasOwn(all[name], broken)) throw new RangeError(`${name} has no example of '${broken}'`)
  const bytes = Uint8Array.from(all[name][broken], (character) => character.charCodeAt(0))
  return engine.moved(bytes, writeDay(options.today))
}
