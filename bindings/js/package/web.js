import './load/web.js'

export * from './api.js'
export * from './contracts.js'
