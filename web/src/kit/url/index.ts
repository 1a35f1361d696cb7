export { readSearch, type UrlState, useUrlState } from './url'
