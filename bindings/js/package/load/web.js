// Browsers, web workers and bundlers: the engine is an asset beside this file.
import init from '../engine.js'

await init({ module_or_path: new URL('../engine_bg.wasm', import.meta.url) })
