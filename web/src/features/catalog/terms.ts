import type { TermRow } from '@/api/catalog'

/** A row in the form: `fresh` ones have no code on the server yet. */
export interface Line extends TermRow {
  fresh: boolean
}

export const unknown = 'unknown'

export const linesOf = (terms: readonly TermRow[]): Line[] => terms.map((term) => ({ ...term, fresh: false }))

/** The line one place up (-1) or down (+1), among those in use; `unknown` keeps its last place. */
export function moved(lines: readonly Line[], at: number, by: -1 | 1): Line[] {
  const next = [...lines]
  const [one, other] = [next[at], next[at + by]]
  if (!one || !other || [one, other].some((line) => line.code === unknown || !line.active)) return next
  next[at] = other
  next[at + by] = one
  return next
}

/** A new line stands before `unknown` and before what is retired. */
export function withNew(lines: readonly Line[]): Line[] {
  const end = lines.findIndex((line) => line.code === unknown || !line.active)
  const at = end < 0 ? lines.length : end
  return [...lines.slice(0, at), { code: '', name_zh: '', name_en: '', active: true, fresh: true }, ...lines.slice(at)]
}

/** As the server takes them: without the form's own mark. */
export const termsOf = (lines: readonly Line[]): TermRow[] =>
  lines.map(({ code, name_zh, name_en, active }) => ({ code: code.trim(), name_zh: name_zh.trim(), name_en: name_en.trim(), active }))

/** Whether every line can be saved: a code of its own and both names. */
export function complete(lines: readonly Line[]): boolean {
  const terms = termsOf(lines)
  const codes = terms.map((term) => term.code)
  return new Set(codes).size === codes.length && terms.every((term) => /^[a-z0-9_-]{1,40}$/.test(term.code) && term.name_zh && term.name_en)
}
