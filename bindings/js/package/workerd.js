import './load/workerd.js'

export * from './api.js'
export * from './contracts.js'
