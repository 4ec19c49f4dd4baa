// Writes the types of the package and the names of its contracts: `node generate.js VALIDATE FOLDER`. The types come from the published
// schemas (`--flavour types`), the names from the lists that `validate` prints.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from 'json-schema-to-typescript'

const [, , validate, folder] = process.argv
const ask = (...args) => JSON.parse(execFileSync(validate, args, { encoding: 'utf8' }))
const pascal = (name) => name.replaceAll(/(?:^|[.-])([a-z])/g, (_, letter) => letter.toUpperCase())
const union = (names) => names.map((name) => `\n  | '${name}'`).join('')

const contracts = ask('--list', 'schemas', '-o', 'json').map((contract) => ({ ...contract, type: pascal(contract.name) }))
// A report on a document has no codes of calls.
const codes = ask('--list', 'rules', '-o', 'json').filter(({ group }) => !['http', 'flow'].includes(group))

async function types({ name, direction, title, type }) {
  const { $id, ...schema } = ask('--print-schema', name, '--flavour', 'types')
  // What a request has beside its fields is a slip; a response may bring what nobody knows yet.
  const additionalProperties = direction === 'response'
  const options = { additionalProperties, bannerComment: '', maxItems: -1 }
  return compile({ ...schema, title: type, description: `${title}. ${schema.description ?? ''}`.trim() }, type, options)
}

mkdirSync(join(folder, 'types'), { recursive: true })
for (const contract of contracts) {
  writeFileSync(join(folder, 'types', `${contract.name}.d.ts`), await types(contract))
}
writeFileSync(
  join(folder, 'contracts.d.ts'),
  [
    "import type { Contract } from './index.js'",
    ...contracts.map(({ name, type }) => `import type { ${type} as ${type}Type } from './types/${name}.js'`),
    `\n/** The names of the contracts. */\nexport type ContractName = keyof Contracts`,
    '\n/** The types of the contracts, by name. */\nexport interface Contracts {',
    ...contracts.map(({ name, type }) => `  '${name}': ${type}Type`),
    '}',
    ...contracts.flatMap(({ type, title }) => [
      `\n/** ${title}. */\nexport type ${type} = ${type}Type`,
      `/** ${title}. */\nexport const ${type}: Contract<${type}Type>`,
    ]),
    '',
  ].join('\n'),
)
writeFileSync(
  join(folder, 'contracts.js'),
  [
    "import { contracts } from './api.js'\n",
    ...contracts.map(({ type }, index) => `export const ${type} = contracts[${index}]`),
    '',
  ].join('\n'),
)
writeFileSync(
  join(folder, 'codes.d.ts'),
  [
    `/** The codes of findings; \`explain\` tells what each means. */\nexport type Code =${union(codes.map(({ code }) => code))}`,
    `\n/** The groups of codes. */\nexport type Group =${union([...new Set(codes.map(({ group }) => group))])}`,
    '',
  ].join('\n'),
)
