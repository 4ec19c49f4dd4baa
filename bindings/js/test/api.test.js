import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import * as klavi from '@klavi/validate'
import { AuthRequest, CreatePaymentRequest, check, contracts, example, explain, isValid } from '@klavi/validate'

const PAYMENT = JSON.parse(new TextDecoder().decode(await example('create-payment.request')))
const payment = (changes = {}) => ({ ...PAYMENT, ...changes })
const codes = (report) => report.findings.map(({ code }) => code)

test('a text, its bytes and a value have the same findings, and only the value has no places', () => {
  const text = '{"accessKey": "ção", "secretKey": 1}'
  const found = check('auth.request', text)
  assert.deepEqual(found, check('auth.request', new TextEncoder().encode(text)))
  assert.deepEqual(found, check('auth.request', new TextEncoder().encode(text).buffer))
  assert.deepEqual(found.findings[0].span, {
    start: { line: 1, column: 35, offset: 36 },
    end: { line: 1, column: 36, offset: 37 },
  })
  const { span, ...rest } = found.findings[0]
  assert.deepEqual(check('auth.request', JSON.parse(text)), { ...found, findings: [rest] })
})

test('a verdict is that of the report, of a text, its bytes and a value', async () => {
  for (const value of [PAYMENT, payment({ amount: '10' }), payment({ unknown: 1 }), payment({ amount: undefined }), 1, undefined]) {
    const { valid } = check('create-payment.request', value)
    assert.equal(CreatePaymentRequest.isValid(value), valid)
    assert.equal(isValid('create-payment.request', JSON.stringify(value) ?? 'null'), valid)
    assert.equal(isValid('create-payment.request', new TextEncoder().encode(JSON.stringify(value) ?? 'null')), valid)
  }
  assert.equal(isValid('auth.request', '{"accessKey": "a", "accessKey": "b", "secretKey": "c"}'), false)
  const strict = { levels: { warnings: 'deny' } }
  assert.deepEqual([isValid('create-payment.request', payment({ unknown: 1 })), isValid('create-payment.request', payment({ unknown: 1 }), strict)], [true, false])
  assert.equal(CreatePaymentRequest.with(strict).isValid(payment({ unknown: 1 })), false)
  assert.throws(() => isValid('auth', '{}'), RangeError)
})

test('a finding has everything that -o json has', () => {
  const report = check('create-payment.request', payment({ loggedUserCpf: undefined }), { lang: 'pt-BR' })
  assert.equal(report.schema, 'create-payment.request')
  assert.deepEqual([report.valid, report.errors, report.warnings], [false, 1, 0])
  const [{ message, help, ...finding }] = report.findings
  assert.deepEqual(finding, {
    code: 'logged-user-cpf-required',
    group: 'conditional',
    severity: 'error',
    pointer: '/loggedUserCpf',
    because: [{ pointer: '/customer/identifierType' }],
    schemaLocation: finding.schemaLocation,
    source: { document: finding.source.document, confidence: finding.source.confidence },
  })
  assert.match(finding.schemaLocation, /^create-payment\.request#\/allOf\//)
  assert.match(message, /obrigatório/)
  assert.ok(help.length > 10)
})

test('what is sent is what is checked', () => {
  class Amount {
    toJSON() {
      return '10.00'
    }
  }
  assert.deepEqual(check('create-payment.request', payment({ amount: new Amount(), loggedUserCpf: '76109277673' })).errors, 0)
  assert.deepEqual(codes(check('auth.request', undefined)), ['type'])
  assert.deepEqual(codes(check('auth.request', '"a text is a document"')), ['type'])
  assert.throws(() => check('auth.request', { accessKey: 1n }), TypeError)
})

test('levels are applied in order, of an object or of a list', () => {
  const of = (levels) => codes(check('auth.request', '{}', { levels }))
  assert.deepEqual(of({ required: 'allow' }), [])
  assert.deepEqual(of({ required: 'allow', 'required@auth.request#/accessKey': 'warn' }), ['required'])
  assert.deepEqual(of([['required@auth.request#/accessKey', 'warn'], ['required', 'allow']]), [])
  const strict = check('auth.request', '{"accessKey": "a", "secretKey": "b", "more": 1}', { levels: { warnings: 'deny' } })
  assert.deepEqual([strict.valid, codes(strict)], [false, ['unknown-field']])
})

test('the day is today in Brasília, or the one that is named', (context) => {
  const on = (options) => codes(check('create-payment.request', payment({ date: '2031-02-28' }), options))
  assert.deepEqual(on({ today: '2031-02-28' }), [])
  assert.deepEqual(on({ today: '2031-03-01' }), ['date-in-past'])
  // 02:59 of the next day in UTC is still this day in Brasília.
  assert.deepEqual(on({ today: new Date('2031-03-01T02:59:59Z') }), [])
  assert.deepEqual(on({ today: new Date('2031-03-01T03:00:00Z') }), ['date-in-past'])
  const body = payment({ date: '2031-02-28' })
  context.mock.timers.enable({ apis: ['Date'], now: Date.parse('2031-03-01T02:59:59Z') })
  assert.deepEqual(codes(check('create-payment.request', body)), [])
  context.mock.timers.tick(1000)
  assert.deepEqual(codes(check('create-payment.request', body)), ['date-in-past'])
})

test('limits, and how many findings are kept', () => {
  const report = check('auth.request', '{}', { maxFindings: 1 })
  assert.deepEqual([report.errors, report.findings.length, report.truncated], [2, 1, 1])
  assert.deepEqual(codes(check('auth.request', '[[1]]', { maxDepth: 1 })).includes('too-deep'), true)
  assert.deepEqual(codes(check('auth.request', '{"accessKey": "key"}', { maxBytes: 10 })), ['too-large'])
})

test('a name that nothing has is a fault of the program', () => {
  assert.throws(() => check('auth', '{}'), /there is no contract 'auth'; there are auth\.request/)
  assert.throws(() => check('auth.request', '{}', { lang: 'fr' }), /lang: expected `en` or `pt-BR`/)
  assert.throws(() => check('auth.request', '{}', { language: 'en' }), /unknown field `language`/)
  assert.throws(() => check('auth.request', '{}', { levels: { requird: 'warn' } }), /no code or group is called requird/)
  assert.throws(() => check('auth.request', '{}', { levels: { json: 'allow' } }), /always errors/)
  assert.throws(() => check('auth.request', '{}', { today: '2025-02-30' }), /YYYY-MM-DD/)
})

test('every contract has its object, its name and a clean example', async () => {
  assert.equal(contracts.length, 10)
  for (const contract of contracts) {
    const type = contract.name.replaceAll(/(?:^|[.-])([a-z])/g, (_, letter) => letter.toUpperCase())
    assert.equal(klavi[type], contract, type)
    assert.equal(contract.name.endsWith(contract.direction), true)
    assert.ok(contract.title)
    assert.deepEqual(contract.check(await example(contract.name)).findings, [])
    const broken = contract.check(await example(contract.name, { break: 'any' }))
    assert.ok(broken.findings.length > 0, contract.name)
  }
  const bytes = await example('create-payment.request', { break: 'proxy-required', today: '2031-02-28' })
  assert.deepEqual(codes(CreatePaymentRequest.check(bytes, { today: '2031-02-28' })), ['proxy-required'])
  const latin = await example('auth.request', { break: 'invalid-utf8' })
  assert.throws(() => new TextDecoder('utf-8', { fatal: true }).decode(latin), TypeError)
  await assert.rejects(example('auth.request', { break: 'proxy-required' }), /auth\.request has no example of 'proxy-required'/)
  await assert.rejects(example('auth'), /there is no contract 'auth'/)
})

test('explanations in both languages', async () => {
  const [en, pt] = [await explain('proxy-forbidden'), await explain('proxy-forbidden', { lang: 'pt-BR' })]
  assert.deepEqual([en.title, pt.title], ['PIX_MANU takes no proxy', 'PIX_MANU não aceita proxy'])
  assert.equal(en.bank.code, 'DETALHE_PAGAMENTO_INVALIDO')
  assert.deepEqual(codes(CreatePaymentRequest.check(en.bad, { today: '2025-01-15' })), ['proxy-forbidden'])
  assert.deepEqual(codes(CreatePaymentRequest.check(en.good, { today: '2025-01-15' })), [])
  await assert.rejects(explain('no-such-code'), /there is no code 'no-such-code'/)
  await assert.rejects(explain('proxy-forbidden', { lang: 'fr' }), /there is no language 'fr'; there are en, pt-BR/)
})

test('no value of a document is told', () => {
  const secret = 'PLANTED-7391'
  const body = payment({ amount: secret, date: secret, customer: { identifierType: secret, identifier: secret }, [secret]: secret })
  for (const lang of ['en', 'pt-BR']) {
    assert.ok(!JSON.stringify(check('create-payment.request', body, { lang })).includes(secret))
    assert.ok(!JSON.stringify(CreatePaymentRequest.with({ lang })['~standard'].validate(body).issues).includes(secret))
  }
})

test('the package and the workspace have one version', () => {
  const version = /^version = "(.*)"/m.exec(readFileSync(new URL('../../../Cargo.toml', import.meta.url), 'utf8'))[1]
  const manifest = JSON.parse(readFileSync(new URL('../package/package.json', import.meta.url), 'utf8'))
  assert.deepEqual([klavi.version, manifest.version], [version, version])
  assert.equal(AuthRequest.name, 'auth.request')
})
