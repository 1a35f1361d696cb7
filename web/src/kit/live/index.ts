export { gatherer, useLive } from './live'
