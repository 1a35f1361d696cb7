export * from './format'
export { businessNow, synchronise, useNow } from './now'
export { setSiteZone, siteZone } from './zone'
