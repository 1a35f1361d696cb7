export { type Language, language, onLanguage, setLanguage, useLanguage } from './language'
export { defineWords, inOneLine, joined, listed, type Pair, type Params, type Translate } from './words'
