import { get, post } from './client'
import type { Named, Page, Reason } from './page'
import type { Candidate, Clock, Done, OrderBrief } from './tickets'

export interface OrderRow extends OrderBrief {
  version: number
  ticket: { id: string; number: string; subject: string }
  customer: Named & { tier: string | null }
  category: string
  address: string
  accuracy?: string
  clock: Clock | null
  offered_at?: string | null
}

export interface OutletOption {
  outlet_id: string
  name: string
  rank: number
  quota: number
  used: number
  reasons: Reason[]
}

export interface Candidates {
  able: Candidate[]
  excluded: { engineer: Named; rule: string; overridable: boolean; text: string }[]
}

export interface Slot {
  start: string
  end: string
  left?: number
}

export const orders = {
  list: (filters: Record<string, string | undefined>) => get<Page<OrderRow>>('/orders', filters),
  one: (id: string) => get<OrderRow>(`/orders/${id}`),
  outlets: (id: string) => get<OutletOption[]>(`/orders/${id}/outlets`),
  candidates: (id: string) => get<Candidates>(`/orders/${id}/candidates`),
  slots: (id: string) => get<Slot[]>(`/orders/${id}/slots`),
  act: (id: string, action: string, args: Record<string, unknown> = {}, version?: number) =>
    post<Done>(`/orders/${id}/${action}`, args, { version }),
}
