// Payloads on demand: clean or with one fault, and the same ones for a seed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { check, contracts } from '@klavi/validate'
import { generate } from '@klavi/validate/generate'

const today = '2031-02-28'
const texts = (contract, wanted) => [...generate(contract, { today, ...wanted })].map((payload) => new TextDecoder().decode(payload))

test('payloads are clean, and a seed gives them again', () => {
  for (const { name } of contracts) {
    const payloads = texts(name, { count: 50, seed: 7 })
    assert.equal(payloads.length, 50)
    for (const payload of payloads) assert.deepEqual(check(name, payload, { today }).findings, [], payload)
    assert.deepEqual(texts(name, { count: 50, seed: 7n, today: new Date('2031-02-28T12:00:00Z') }), payloads)
    assert.notDeepEqual(texts(name, { count: 50, seed: 8 }), payloads)
  }
})

test('without a count there is no end', () => {
  const orders = generate('create-payment.request')
  for (let made = 0; made < 200; made += 1) assert.ok(check('create-payment.request', orders.next().value).valid)
})

test('a broken payload has its code and no other error', () => {
  for (const code of ['proxy-forbidden', 'invalid-json', 'cpf-check-digits']) {
    for (const payload of generate('create-payment.request', { count: 20, break: code, today })) {
      const { findings } = check('create-payment.request', payload, { today })
      assert.ok(findings.some((finding) => finding.code === code))
      assert.ok(findings.every((finding) => finding.code === code || finding.severity === 'warning'))
    }
  }
  const broken = [...generate('auth.request', { count: 100, break: 'any' })]
  const codes = broken.map((payload) => check('auth.request', payload).findings[0].code)
  assert.ok(new Set(codes).size > 5)
})

test('what there is not is told at once', () => {
  assert.throws(() => generate('auth'), /there is no contract 'auth'; there are auth\.request, /)
  assert.throws(() => generate('auth.request', { break: 'no-such' }), /there is no code 'no-such'/)
  assert.throws(() => generate('auth.request', { break: 'proxy-required' }), /has no payloads with 'proxy-required'/)
  assert.throws(() => generate('auth.request', { today: '2031-02-30' }), /a day is written YYYY-MM-DD/)
})
