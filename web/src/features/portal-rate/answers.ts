import type { RatingBody } from '@/api/portal'
import { joined } from '@/i18n'

/** 好一些 is not solved: we go on with it, and say so in the comment. */
export type Solved = 'yes' | 'partly' | 'no'

/** The answers as given so far; nothing is answered beforehand. */
export interface Answers {
  solved: Solved | null
  csat: number | null
  /** What was good, or what was not, in the words that were chosen. */
  good: string[]
  paid: 'nothing' | 'some' | null
  amount: string
  comment: string
}

export const noAnswers: Answers = { solved: null, csat: null, good: [], paid: null, amount: '', comment: '' }

export type Lacking = 'csat' | 'paid' | 'amount'

/** A sum in yuan with at most two decimals. */
export const isAmount = (typed: string): boolean => /^\d{1,6}(\.\d{1,2})?$/.test(typed.trim())

/** What the second page still needs, first thing first. */
export function lacking({ csat, paid, amount }: Answers): Lacking | null {
  if (csat === null) return 'csat'
  if (paid === null) return 'paid'
  return paid === 'some' && !isAmount(amount) ? 'amount' : null
}

/** Satisfied at all: praise is asked for, else what was wrong. */
export const pleased = (csat: number | null): boolean => csat !== null && csat >= 4

/** `words` are the reader's words for what was ticked; they go before what was typed. */
export function toBody({ solved, csat, paid, amount, comment }: Answers, words: readonly string[]): RatingBody {
  const sum = paid === 'nothing' ? '0' : amount.trim()
  const said = [...words, comment.trim()].filter(Boolean)
  return { solved: solved === 'yes', csat, paid: paid === null ? null : sum, comment: joined(said) }
}
