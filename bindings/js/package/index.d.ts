import type { ContractName, Contracts } from './contracts.js'
import type { Code, Group } from './codes.js'

export * from './contracts.js'
export type { Code, Group } from './codes.js'

/** The language of messages. */
export type Lang = 'en' | 'pt-BR'

/** What becomes of a finding: it is not told, it is a warning, it is an error. */
export type Level = 'allow' | 'warn' | 'deny'

/** Which findings a level is for: `CODE|GROUP|warnings[@CONTRACT][#POINTER]`. */
export type RuleSelector = Code | Group | 'warnings' | (string & {})

export interface Options {
  /** The language of `message` and `help`; `en` unless named. */
  lang?: Lang
  /** The day for the rules that speak of the past, `YYYY-MM-DD` or a moment; today in Brasília unless named. */
  today?: string | Date
  /** Levels, applied in order: the last that is for a finding counts. */
  levels?: Readonly<Partial<Record<RuleSelector, Level>>> | ReadonlyArray<readonly [RuleSelector, Level]>
  /** How many errors, and how many warnings, are kept: 100 unless named, 0 is no limit. The rest is counted. */
  maxFindings?: number
  /** How large a document may be, in bytes: 16 MiB unless named. */
  maxBytes?: number
  /** How deep a document may be nested: 64 unless named. */
  maxDepth?: number
  /** Whether pointers show member names that may be personal data. */
  reveal?: boolean
}

/** What was found in one document, as `validate -o json` writes it. */
export interface Report {
  schema: ContractName
  /** Whether there is no error. */
  valid: boolean
  /** How many errors there are, with those that were cut off. */
  errors: number
  /** How many warnings there are, with those that were cut off. */
  warnings: number
  /** The findings, by position. */
  findings: Finding[]
  /** How many findings were cut off by `maxFindings`. */
  truncated?: number
}

export interface Finding {
  code: Code
  group: Group
  severity: 'error' | 'warning'
  /** The JSON Pointer (RFC 6901) of the value, or of where a missing one would be. */
  pointer: string
  /** What is wrong, without the value. */
  message: string
  /** What to do, without the value. */
  help?: string
  /** Where a person should look; of texts and bytes only. */
  span?: Span
  /** The values that triggered the rule. */
  because?: Cause[]
  /** The schema's name and the JSON Pointer of the keyword. */
  schemaLocation?: string
  /** The document that states the rule. */
  source?: Source
}

export interface Cause {
  pointer: string
  span?: Span
}

export interface Span {
  start: Position
  /** The place after the last character. */
  end: Position
}

export interface Position {
  /** From 1. */
  line: number
  /** From 1, in Unicode characters, not in UTF-16 units. */
  column: number
  /** From 0, in bytes of UTF-8. */
  offset: number
}

export interface Source {
  document: string
  confidence: 'verbatim' | 'reconstructed' | 'inferred'
}

/** What there is to know of a code. */
export interface Explanation {
  code: Code
  group: Group
  /** Its severity in requests, before levels. */
  request: 'error' | 'warning'
  /** Its severity in responses, before levels. */
  response: 'error' | 'warning'
  title: string
  explanation: string
  source: Source[]
  /** What a bank answers to a payment of this kind, where that is known. */
  bank?: { code: string; confidence: string }
  /** A document that has this finding and no other error. */
  bad: string
  /** The same document, mended. */
  good: string
}

/** One contract; it is a Standard Schema (https://standardschema.dev), whose issues are the errors. */
export interface Contract<T> {
  readonly name: ContractName
  readonly direction: 'request' | 'response'
  readonly title: string
  /** Every finding in a text, in bytes, or in a value as `JSON.stringify` writes it. */
  check(document: Input, options?: Options): Report
  /** Whether a document has no error. Without options it is at least twice as fast as a report. */
  isValid(document: Input, options?: Options): boolean
  /** The same contract with other options to start from. */
  with(options: Options): Contract<T>
  readonly '~standard': {
    readonly version: 1
    readonly vendor: 'klavi'
    readonly validate: (value: unknown) => { readonly value: T; readonly issues?: undefined } | { readonly issues: readonly Issue[] }
    readonly types?: { readonly input: T; readonly output: T }
  }
}

/** An issue of Standard Schema. */
export interface Issue {
  readonly message: string
  readonly path: readonly PropertyKey[]
  readonly finding: Finding
}

/** JSON as bytes, as a text, or as a value; a string is a text. */
export type Input = Uint8Array | ArrayBuffer | ArrayBufferView | string | object | number | boolean | null

/** The version of the package. */
export const version: string

/** All contracts, in the order of the documents. */
export const contracts: ReadonlyArray<Contract<Contracts[ContractName]>>

/**
 * Every finding in a document.
 *
 * @throws RangeError where no contract has the name; Error where an option does not exist.
 */
export function check(contract: ContractName, document: Input, options?: Options): Report

/**
 * Whether a document has no error. Without options it is at least twice as fast as a report.
 *
 * @throws RangeError where no contract has the name; Error where an option does not exist.
 */
export function isValid(contract: ContractName, document: Input, options?: Options): boolean

/**
 * What there is to know of a code. The texts are loaded when they are asked for.
 *
 * @throws RangeError where no code or language has the name.
 */
export function explain(code: Code, options?: { lang?: Lang }): Promise<Explanation>

/**
 * A document in which nothing is found on this day; with `break`, one that has a finding of that code, or of some
 * code, and no other error. Its dates fit the day, and it is loaded when it is asked for.
 *
 * @throws RangeError where no contract has the name, or there is no such example.
 */
export function example(contract: ContractName, options?: { break?: Code | 'any'; today?: string | Date }): Promise<Uint8Array>
