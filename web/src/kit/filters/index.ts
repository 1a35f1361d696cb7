export { AddFilter, FilterTokens, type Token } from './filters'
