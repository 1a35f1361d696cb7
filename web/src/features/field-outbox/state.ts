import type { CommandResult } from '@/api/field'
import type { KeptCommand, KeptState } from './store'

/** One server answer for one act. What was delivered stays delivered, whatever a late answer says. */
export function answered(kept: KeptCommand, result: CommandResult): KeptCommand {
  if (kept.state === 'delivered') return kept
  const state: KeptState = result.state === 'applied' ? 'delivered' : result.state
  return { ...kept, state, result }
}

/** Acts still to be sent, in the order they were done on this device. */
export const toSend = (commands: readonly KeptCommand[], user: string): KeptCommand[] =>
  commands.filter((one) => one.user === user && one.state === 'kept').sort((a, b) => a.seq - b.seq)

export type Sync =
  | { state: 'synced'; at: number | null }
  | { state: 'sending'; count: number }
  | { state: 'offline'; count: number; since: number | null }
  | { state: 'undecided'; count: number }

export interface Line {
  online: boolean
  /** When the server last answered, business time in ms. */
  lastAnswer: number | null
}

/** The pill, top right, always: a conflict first, then no network, then what is on its way. */
export function syncOf(commands: readonly KeptCommand[], { online, lastAnswer }: Line): Sync {
  const visits = new Set(commands.filter((one) => one.state === 'conflict').map((one) => one.visit))
  const waiting = commands.filter((one) => one.state === 'kept').length
  if (visits.size > 0) return { state: 'undecided', count: visits.size }
  if (!online) return { state: 'offline', count: waiting, since: lastAnswer }
  if (waiting > 0) return { state: 'sending', count: waiting }
  return { state: 'synced', at: lastAnswer }
}

export type RowState = 'here' | 'queued' | 'delivered' | 'conflict' | 'evidence_only'

/** 在手机 without network, 排队 with it. */
export const rowState = (kept: KeptCommand, online: boolean): RowState =>
  kept.state === 'kept' ? (online ? 'queued' : 'here') : kept.state

export interface VisitRows {
  visit: string
  title: string
  rows: KeptCommand[]
  waiting: number
}

/** The outbox page: a block per visit, newest visit first, rows in device order. */
export function byVisit(commands: readonly KeptCommand[]): VisitRows[] {
  const blocks = new Map<string, VisitRows>()
  for (const one of [...commands].sort((a, b) => a.seq - b.seq)) {
    const block = blocks.get(one.visit) ?? { visit: one.visit, title: one.title, rows: [], waiting: 0 }
    block.rows.push(one)
    if (one.state === 'kept') block.waiting += 1
    blocks.set(one.visit, block)
  }
  const newest = (block: VisitRows) => block.rows.at(-1)?.seq ?? 0
  return [...blocks.values()].sort((a, b) => newest(b) - newest(a))
}
