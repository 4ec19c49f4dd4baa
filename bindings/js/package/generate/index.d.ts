import type { Code, ContractName } from '../index.js'

/** What payloads are wanted. */
export interface Wanted {
  /** How many; without an end unless it is named. */
  count?: number
  /** The same seed gives the same payloads, within a release and for a day. A whole number from 0 on. */
  seed?: number | bigint
  /** Each payload has a finding of this code, or of some code, and no other error. */
  break?: Code | 'any'
  /** The day on which they are clean, `YYYY-MM-DD` or a date; today in Brasília unless it is named. */
  today?: string | Date
}

/**
 * Payloads of a contract, compact texts of one line, as bytes. Their values fit together, and nothing is found in them,
 * not even a warning. People and keys are made up, with right check digits: for tests, never for a bank.
 *
 * @throws Error where no contract, code or day has the name, or the contract cannot have the code.
 */
export function generate(contract: ContractName, wanted?: Wanted): Generator<Uint8Array, void, undefined>
