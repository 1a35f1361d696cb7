import { get, post } from './client'
import type { Page } from './page'

export interface LedgerEvent {
  id: string
  position: number | null
  name: string
  label: string
  case_id: string
  case_seq: number
  subject_type: string
  subject_id: string
  actor_kind: string
  actor_id: string | null
  actor_name?: string | null
  on_behalf_of: string | null
  assurance: string
  occurred_at: string
  recorded_at: string
  payload: Record<string, unknown>
  redacted: string[]
}

export interface LedgerState {
  head: number
  waiting: number
  sealed_to: number
  sealed_at: string | null
  anchor_ok: boolean
  now: string
}

export interface Verification {
  ok: boolean
  checked: number
  first_bad: number | null
  why: string | null
}

/** A record's link in the chain, and the seal that first covers it. */
export interface Proof {
  position: number
  chain: string
  before: string
  sealed_by: number | null
  sealed_at: string | null
  seal_chain: string | null
}

export const ledger = {
  events: (filters: Record<string, string | undefined>) => get<Page<LedgerEvent>>('/ledger/events', filters),
  state: () => get<LedgerState>('/ledger/state'),
  verify: () => post<Verification>('/ledger/verify'),
  proof: (position: number) => get<Proof>(`/ledger/proof/${position}`),
}
