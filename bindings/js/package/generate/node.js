import { readFileSync } from 'node:fs'
import { initSync } from '../generator.js'

initSync({ module: readFileSync(new URL('../generator_bg.wasm', import.meta.url)) })

export { generate } from './api.js'
