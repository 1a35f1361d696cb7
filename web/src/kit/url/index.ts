export { readSearch, type UrlState, useOpened, useUrlState } from './url'
