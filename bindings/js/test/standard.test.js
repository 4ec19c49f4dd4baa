// Every contract is a Standard Schema: two frameworks take one without glue.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sValidator } from '@hono/standard-validator'
import { AuthRequest, ConsentLinksRequest, CreatePaymentRequest, contracts, example } from '@klavi/validate'
import { initTRPC } from '@trpc/server'
import { Hono } from 'hono'

const read = async (contract) => JSON.parse(new TextDecoder().decode(await example(contract)))
const BODY = await read('create-payment.request')
const body = (changes) => ({ ...BODY, ...changes })

test('the shape that the specification asks for', () => {
  for (const contract of contracts) {
    const { version, vendor, validate } = contract['~standard']
    assert.deepEqual([version, vendor], [1, 'klavi'])
    assert.ok(validate(42).issues.length > 0)
  }
  const value = body()
  assert.equal(CreatePaymentRequest['~standard'].validate(value).value, value)
})

test('issues are the errors, with the way to each', () => {
  const { issues } = AuthRequest['~standard'].validate({ accessKey: 1, more: true })
  assert.deepEqual(issues.map(({ path }) => path), [['secretKey'], ['accessKey']])
  assert.equal(issues[0].finding.code, 'required')
  const strict = AuthRequest.with({ lang: 'pt-BR', levels: { warnings: 'deny' } })
  const strictly = strict['~standard'].validate({ accessKey: 'a', secretKey: 'b', more: true })
  assert.deepEqual(strictly.issues.map(({ path }) => path), [['more']])
  assert.match(strictly.issues[0].message, /não existe/)
})

test('Hono', async () => {
  const app = new Hono().post('/payments', sValidator('json', CreatePaymentRequest), (context) =>
    context.json({ amount: context.req.valid('json').amount }),
  )
  const post = (value) =>
    app.request('/payments', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) })
  assert.deepEqual(await (await post(body())).json(), { amount: '10.00' })
  const refused = await post(body({ loggedUserCpf: undefined }))
  assert.equal(refused.status, 400)
  const { error } = await refused.json()
  assert.deepEqual(error.map(({ path }) => path), [['loggedUserCpf']])
})

test('tRPC', async () => {
  const t = initTRPC.create()
  const router = t.router({ link: t.procedure.input(ConsentLinksRequest).mutation(({ input }) => Object.keys(input).length) })
  const caller = t.createCallerFactory(router)({})
  const link = await read('consent-links.request')
  assert.equal(await caller.link(link), Object.keys(link).length)
  await assert.rejects(caller.link({}), (error) => error.code === 'BAD_REQUEST' && error.cause.issues[0].finding.code === 'required')
})
