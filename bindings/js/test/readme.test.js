// The README in a project that has nothing but the built package.
import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'

const built = new URL('../../../target/js/', import.meta.url).pathname
const archive = join(built, readdirSync(built).find((file) => file.endsWith('.tgz')))

const root = new URL('../../../', import.meta.url)
const blocks = (page) => page.split('```js\n').slice(1).map((block) => block.split('```')[0])

test('the lines of the README and of the guides do what they say', (context) => {
  const project = mkdtempSync(join(tmpdir(), 'klavi-'))
  context.after(() => rmSync(project, { recursive: true }))
  writeFileSync(join(project, 'package.json'), '{"private": true, "type": "module"}')
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', archive], { cwd: project, stdio: 'pipe' })
  assert.deepEqual(readdirSync(join(project, 'node_modules')).filter((name) => !name.startsWith('.')), ['@klavi'])
  const readme = readFileSync(join(project, 'node_modules/@klavi/validate/README.md'), 'utf8')
  const run = (program) => {
    writeFileSync(join(project, 'program.js'), program)
    const { stdout, stderr } = spawnSync('node', ['program.js'], { cwd: project, encoding: 'utf8' })
    // console.assert speaks there.
    assert.equal(stderr, '')
    return stdout
  }
  const output = blocks(readme).map(run)
  assert.equal(output.length, 1)
  assert.match(output[0], /^\/loggedUserCpf: .*obrigatório.* \[logged-user-cpf-required\]/m)
  for (const page of ['README.md', 'docs/guide.md', 'docs/guia.pt-BR.md']) {
    const printed = blocks(readFileSync(new URL(page, root), 'utf8')).map(run)
    assert.equal(printed.length, 1, page)
    assert.match(printed[0], /^\/amount: .*\[pattern\]$/m, page)
  }
})

test('what a program loads is small', () => {
  const files = ['api.js', 'day.js', 'contracts.js', 'about.js', 'engine.js', 'engine_bg.wasm', 'web.js', 'load/web.js']
  const sizes = files.map((file) => gzipSync(readFileSync(join(built, 'package', file)), { level: 9 }).length)
  const total = sizes.reduce((sum, size) => sum + size)
  assert.ok(total <= 250_000, `${total} bytes, gzipped`)
})
