import { type Language, language, useLanguage } from './language'

/** One word or sentence in both languages; `{name}` stands for a parameter. */
export type Pair = readonly [zh: string, en: string]
export type Params = Record<string, string | number>
export type Translate<Key extends string> = (key: Key, params?: Params) => string

function fill(text: string, params: Params): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

/**
 * A dictionary from pairs. A missing translation is a type error because a pair has two places;
 * a missing key is one because `t` accepts only the keys written here.
 */
export function defineWords<Key extends string>(pairs: Record<Key, Pair>) {
  const say = (lang: Language, key: Key, params: Params = {}) => fill(pairs[key][lang === 'en' ? 1 : 0], params)
  return {
    keys: Object.keys(pairs) as Key[],
    pairs,
    /** Outside components: the words in the language of this moment. */
    t: ((key, params) => say(language(), key, params)) as Translate<Key>,
    /** In the language that is not shown. */
    other: ((key, params) => say(language() === 'en' ? 'zh-CN' : 'en', key, params)) as Translate<Key>,
    /** Inside components: renders again when the language changes. */
    useT: (): Translate<Key> => {
      const lang = useLanguage()
      return (key, params) => say(lang, key, params)
    },
    /** Words for codes that come from the server; an unknown code is shown as it is. */
    has: (key: string): key is Key => key in pairs,
  }
}

/** Names or numbers in a row, parted as the language of this moment does it. */
export const listed = (names: readonly (string | number)[]): string => names.join(language() === 'en' ? ', ' : '、')

/** Facts in one line: `热水器忽冷忽热，清水公寓`. */
export const inOneLine = (...facts: (string | null | undefined | false)[]): string =>
  facts.filter(Boolean).join(language() === 'en' ? ', ' : '，')

/** Phrases one after another, parted as the language of this moment does it. */
export const joined = (phrases: readonly string[]): string => phrases.join(language() === 'en' ? '; ' : '；')
