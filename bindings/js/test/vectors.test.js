// The vectors that every language runs: the same verdict, codes, pointers, places, causes and words.
import assert from 'node:assert/strict'
import { createReadStream, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { check, contracts, isValid } from '@klavi/validate'

// Another folder of vectors may be named, of any size: it is read line by line. Not by readline, which splits at line ends
// of Unicode too.
const folder = process.env.KLAVI_VECTORS ?? fileURLToPath(new URL('../../../schema/vectors/', import.meta.url))

async function* lines(file) {
  let rest = ''
  for await (const chunk of createReadStream(join(folder, file), 'utf8')) {
    const lines = (rest + chunk).split('\n')
    rest = lines.pop()
    yield* lines
  }
}

// Lines with a schema of their own are for engines that take one; parsers.jsonl is for parsers.
async function* vectors() {
  for (const file of readdirSync(folder).filter((file) => file.endsWith('.jsonl') && file !== 'parsers.jsonl')) {
    for await (const line of lines(file)) {
      const vector = JSON.parse(line)
      if (vector.contract) yield { ...vector, file }
    }
  }
}

const range = (span) => [span.start.offset, span.end.offset]

function findings(vector, lang) {
  const { contract, today, limits = {} } = vector
  const document = vector.hex === undefined ? vector.document : Buffer.from(vector.hex, 'hex')
  if (!vector.limits) assert.equal(isValid(contract, document), vector.valid)
  const options = { today, lang, maxFindings: 0, maxBytes: limits.bytes, maxDepth: limits.depth }
  const report = check(contract, document, options)
  assert.equal(report.valid, vector.valid)
  assert.equal(report.errors + report.warnings, report.findings.length)
  return report.findings.map(({ code, severity, pointer, span, because, message }) => {
    const causes = because?.map((cause) => ({ pointer: cause.pointer, span: range(cause.span) }))
    return { code, severity, pointer, span: range(span), ...(causes && { because: causes }), message }
  })
}

test('there are vectors of every contract', async () => {
  const found = new Set()
  let count = 0
  for await (const { contract } of vectors()) {
    found.add(contract)
    count += 1
  }
  assert.deepEqual([...found].sort(), contracts.map(({ name }) => name).sort())
  assert.ok(count > 1000, String(count))
})

for (const lang of ['en', 'pt-BR']) {
  test(`every vector has exactly its findings, in ${lang}`, async () => {
    for await (const vector of vectors()) {
      const expected = vector.findings.map((finding) => ({ ...finding, message: finding.message[lang] }))
      assert.deepEqual(findings(vector, lang), expected, `${vector.file}: ${vector.name}`)
    }
  })
}
