import './load/node.js'

export * from './api.js'
export * from './contracts.js'
