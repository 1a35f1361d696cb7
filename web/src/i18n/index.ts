export { type Language, language, setLanguage, useLanguage } from './language'
export { defineWords, type Pair, type Params, type Translate } from './words'
