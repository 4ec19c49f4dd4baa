// The vectors that every language runs: the same verdict, codes, pointers, places, causes and words.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { test } from 'node:test'
import { check, contracts } from '@klavi/validate'

const folder = new URL('../../../schema/vectors/', import.meta.url)
const lines = (file) => readFileSync(new URL(file, folder), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line))
// Lines with a schema of their own are for engines that take one; parsers.jsonl is for parsers.
const vectors = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl') && file !== 'parsers.jsonl')
  .flatMap((file) => lines(file).map((vector) => ({ ...vector, file })))
  .filter((vector) => vector.contract)

const range = (span) => [span.start.offset, span.end.offset]

function findings(vector, lang) {
  const { contract, today, limits = {} } = vector
  const document = vector.hex === undefined ? vector.document : Buffer.from(vector.hex, 'hex')
  const options = { today, lang, maxFindings: 0, maxBytes: limits.bytes, maxDepth: limits.depth }
  const report = check(contract, document, options)
  assert.equal(report.valid, vector.valid)
  assert.equal(report.errors + report.warnings, report.findings.length)
  return report.findings.map(({ code, severity, pointer, span, because, message }) => {
    const causes = because?.map((cause) => ({ pointer: cause.pointer, span: range(cause.span) }))
    return { code, severity, pointer, span: range(span), ...(causes && { because: causes }), message }
  })
}

test('there are vectors of every contract', () => {
  assert.deepEqual([...new Set(vectors.map(({ contract }) => contract))].sort(), contracts.map(({ name }) => name).sort())
  assert.ok(vectors.length > 1000, String(vectors.length))
})

for (const lang of ['en', 'pt-BR']) {
  test(`every vector has exactly its findings, in ${lang}`, () => {
    for (const vector of vectors) {
      const expected = vector.findings.map((finding) => ({ ...finding, message: finding.message[lang] }))
      assert.deepEqual(findings(vector, lang), expected, `${vector.file}: ${vector.name}`)
    }
  })
}
