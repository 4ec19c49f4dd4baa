// Bundles the playground with the npm package that stands in the first argument into the file in the second.
import { build } from 'esbuild'
import { resolve } from 'node:path'

const [packageFolder, out] = process.argv.slice(2).map((path) => resolve(path))

const engine = {
  name: 'engine',
  setup({ onResolve }) {
    onResolve({ filter: /^@klavi\/validate\// }, ({ path }) => ({ path: path.replace('@klavi/validate', packageFolder) }))
  },
}

await build({
  entryPoints: ['src/main.js'],
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  loader: { '.wasm': 'binary' },
  plugins: [engine],
  outfile: out,
  logLevel: 'warning',
})
