export { type Language, language, setLanguage, useLanguage } from './language'
export { defineWords, joined, type Pair, type Params, type Translate } from './words'
