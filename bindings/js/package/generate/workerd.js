import module from '../generator_bg.wasm'
import { initSync } from '../generator.js'

initSync({ module })

export { generate } from './api.js'
