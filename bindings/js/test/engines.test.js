// The package in other engines than Node: what each loads is its own entry, and the findings are the same.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { check } from '@klavi/validate'
import { generate } from '@klavi/validate/generate'
import { Miniflare } from 'miniflare'

const here = fileURLToPath(new URL('..', import.meta.url))
const installed = dirname(fileURLToPath(import.meta.resolve('@klavi/validate')))
const deno = join(here, 'node_modules/.bin/deno')

const DOCUMENT = '{"accessKey": 1}'
const EXPECTED = check('auth.request', DOCUMENT, { lang: 'pt-BR' })
const PAYLOADS = [...generate('auth.request', { count: 3, today: '2031-02-28' })].map(String)
const CALL = `check('auth.request', '${DOCUMENT}', { lang: 'pt-BR' })`

const run = async (...args) => JSON.parse((await promisify(execFile)(deno, args, { cwd: here, env: { ...process.env, NO_COLOR: '1' } })).stdout)

test('Deno', async () => {
  const program = `import { check } from '@klavi/validate'; console.log(JSON.stringify(${CALL}))`
  assert.deepEqual(await run('eval', '--no-lock', '--node-modules-dir=manual', program), EXPECTED)
})

test('what browsers load: modules and the engine over HTTP', async (context) => {
  const kinds = { js: 'text/javascript', wasm: 'application/wasm' }
  const asked = []
  const server = createServer((request, response) => {
    asked.push(request.url)
    response.setHeader('content-type', kinds[request.url.split('.').pop()])
    response.end(readFileSync(join(installed, request.url)))
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  context.after(() => server.close())
  const address = `http://127.0.0.1:${server.address().port}`
  const told = (program) => run('eval', '--no-lock', '--reload', `--allow-import=${address.slice(7)}`, program)
  const program = `const { check, explain } = await import('${address}/web.js')
    console.log(JSON.stringify([${CALL}, (await explain('type')).code]))`
  assert.deepEqual(await told(program), [EXPECTED, 'type'])
  assert.ok(asked.includes('/engine_bg.wasm') && !asked.includes('/node.js'), asked)
  // Nobody loads the generator who only checks.
  assert.ok(!asked.includes('/generator_bg.wasm'), asked)
  const payloads = `const { generate } = await import('${address}/generate/web.js')
    console.log(JSON.stringify(generate('auth.request', { count: 3, today: '2031-02-28' }).map(String).toArray()))`
  assert.deepEqual(await told(payloads), PAYLOADS)
})

test('Cloudflare Workers', async (context) => {
  const files = readdirSync(installed, { recursive: true }).filter((file) => /\.(js|wasm)$/.test(file))
  const type = (file) => (file.endsWith('.wasm') ? 'CompiledWasm' : 'ESModule')
  const worker = `import { check } from './workerd.js'
    import { generate } from './generate/workerd.js'
    const payloads = [...generate('auth.request', { count: 3, today: '2031-02-28' })].map(String)
    export default { fetch: () => Response.json([${CALL}, payloads]) }`
  const modules = files.map((file) => ({ type: type(file), path: join(installed, file), contents: readFileSync(join(installed, file)) }))
  const flare = new Miniflare({
    compatibilityDate: '2026-01-01',
    modulesRoot: installed,
    modules: [{ type: 'ESModule', path: join(installed, 'worker.js'), contents: worker }, ...modules],
  })
  context.after(() => flare.dispose())
  assert.deepEqual(await (await flare.dispatchFetch('http://worker/')).json(), [EXPECTED, PAYLOADS])
})
