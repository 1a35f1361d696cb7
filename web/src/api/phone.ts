/** Shapes shared by the phone screens, as the server sends them. Times are ISO 8601 in UTC, money is CNY as text. */

/** Why: a code with its parameters, and the sentence in the reader's language. */
export interface Reason {
  code: string
  params: Record<string, unknown>
  text: string
}

/** An agreed or offered arrival window. */
export interface Window {
  start: string
  end: string
}

export type Covered = 'in' | 'out' | 'contract' | 'goodwill'

export interface StageCard {
  code: string
  name: string
  at: string | null
  state: 'done' | 'now' | 'todo' | 'skipped'
  late: boolean
}
