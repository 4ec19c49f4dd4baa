// Compiled, not run: what TypeScript makes of the package.
import {
  check,
  CreatePaymentRequest,
  CreatePaymentResponse,
  type Contract,
  type Contracts,
  type Finding,
  type Report,
} from '@klavi/validate'
import { generate } from '@klavi/validate/generate'

const customer: CreatePaymentRequest['customer'] = { identifierType: 'CNPJ', identifier: '44471172000119' }

export const payment: CreatePaymentRequest = {
  clientRequestId: 'order-1',
  institutionId: 'bank-1',
  initType: 'PIX_DICT',
  customer,
  date: '2099-07-01',
  proxy: 'fulano@example.com',
  amount: '1333.00',
  currency: 'BRL',
  redirectUrl: 'https://shop.example/return',
  clientMetadata: { platform: 'BROWSER', os: 'LINUX', osVersion: '6.1' },
  externalInfo: { order: '1' },
}

const report: Report = check('create-payment.request', payment, { lang: 'pt-BR', levels: { warnings: 'deny' } })
export const first: Finding | undefined = report.findings[0]
export const contract: Contract<Contracts['create-payment.request']> = CreatePaymentRequest
export const answer = (response: CreatePaymentResponse): string | null | undefined => response.status

// @ts-expect-error: no contract has this name
check('create-payment', payment)
// @ts-expect-error: a language that there is not
check('auth.request', '', { lang: 'fr' })
// @ts-expect-error: a type that there is not
export const wrong: CreatePaymentRequest['initType'] = 'PIX'
// @ts-expect-error: a field that the contract does not have
export const slip: CreatePaymentRequest = { ...payment, amout: '1.00' }
// @ts-expect-error: a mandatory field is missing
export const short: CreatePaymentRequest = { amount: '1.00' }

export const payloads: Uint8Array[] = [...generate('auth.request', { count: 2, seed: 1n, break: 'required' })]
// @ts-expect-error no contract has this name
generate('auth')
