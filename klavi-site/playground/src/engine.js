// The engine inside the script: a page without a server cannot read a file beside it.
import module from '@klavi/validate/engine_bg.wasm'
import { initSync } from '@klavi/validate/engine.js'

initSync({ module })
