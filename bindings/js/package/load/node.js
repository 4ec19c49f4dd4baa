// Node, Deno, Bun: the engine is read from its file.
import { readFileSync } from 'node:fs'
import { initSync } from '../engine.js'

initSync({ module: readFileSync(new URL('../engine_bg.wasm', import.meta.url)) })
