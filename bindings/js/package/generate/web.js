import init from '../generator.js'

await init({ module_or_path: new URL('../generator_bg.wasm', import.meta.url) })

export { generate } from './api.js'
