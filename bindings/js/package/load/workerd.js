// Cloudflare Workers: a WebAssembly module is imported, ready compiled.
import module from '../engine_bg.wasm'
import { initSync } from '../engine.js'

initSync({ module })
