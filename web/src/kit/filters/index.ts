export { AddFilter, FilterTokens, type Token } from './filters'
export { SearchBox } from './searchbox'
