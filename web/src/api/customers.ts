import { get, patch, post } from './client'
import type { Named, Page } from './page'
import type { UnitBrief } from './tickets'

export interface CustomerRow extends Named {
  kind: string
  tier: string | null
  phone: string | null
  address: string | null
  open_tickets: number
  merged_into?: string | null
}

export interface Household {
  id: string
  kind: string
  address: string
  accuracy: string
  contacts: { id: string; name: string; relation: string; phone: string | null }[]
  units: UnitBrief[]
}

export interface Customer360 extends CustomerRow {
  version: number
  tier_reason: string | null
  elderly: boolean
  spend_36m: string | null
  households: Household[]
  units: UnitBrief[]
  tickets: { id: string; number: string; subject: string; status: string; opened_at: string }[]
  visits: { id: string; at: string; engineer: string; outcome: string; order_number: string }[]
  consents: { purpose: string; given_at: string | null; withdrawn_at: string | null; source: string }[]
  aliases?: Named[]
}

/** What an agent sees while the phone rings. */
export interface PopUp {
  customers: (Named & { tier: string | null; elderly: boolean })[]
  households: { id: string; address: string }[]
  units: UnitBrief[]
  open_tickets: { id: string; number: string; subject: string; stage: string }[]
  last_visits: { at: string; engineer: string; outcome: string }[]
}

export const customers = {
  list: (q: string, cursor?: string) => get<Page<CustomerRow>>('/customers', { q, cursor }),
  one: (id: string) => get<Customer360>(`/customers/${id}`),
  change: (id: string, change: Partial<Customer360>, version: number) => patch<Customer360>(`/customers/${id}`, change, { version }),
  merge: (id: string, into: string) => post<{ undo?: { token: string } | null }>(`/customers/${id}/merge`, { into }),
  unmerge: (id: string) => post<unknown>(`/customers/${id}/unmerge`),
  popup: (phone: string) => get<PopUp>('/customers/popup', { phone }),
}

export interface UnitRow extends UnitBrief {
  customer: Named | null
  address: string | null
}

export const units = {
  list: (q: string, cursor?: string) => get<Page<UnitRow>>('/units', { q, cursor }),
  qr: (id: string) => `/api/units/${id}/qr.svg`,
}

export const catalog = {
  symptoms: (category: string) => get<{ code: string; name: string }[]>('/catalog/symptoms', { category }),
  categories: () => get<{ code: string; name: string }[]>('/catalog/categories'),
}
