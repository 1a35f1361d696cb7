import { get, post } from './client'
import type { Page } from './page'
import type { Schemas } from './schemas'

export type LedgerEvent = Schemas['LedgerRow']
export type LedgerState = Schemas['LedgerState']
export type Verification = Schemas['VerdictOut']
/** A record's link in the chain, and the seal that first covers it. */
export type Proof = Schemas['Proof']

export const ledger = {
  events: (filters: Record<string, string | undefined>) => get<Page<LedgerEvent>>('/ledger/events', filters),
  state: () => get<LedgerState>('/ledger/state'),
  verify: () => post<Verification>('/ledger/verify'),
  proof: (position: number) => get<Proof>(`/ledger/proof/${position}`),
}
