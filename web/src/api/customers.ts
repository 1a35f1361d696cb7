import { get, patch, post } from './client'
import type { Named, Page, Reason } from './page'
import type { Schemas } from './schemas'

export type CustomerRow = Schemas['CustomerRow']
export type Household = Schemas['HouseholdOut']
export type UnitRow = Schemas['UnitRow']
export type UnitDetail = Schemas['UnitOut']

interface SectionTicket {
  id: string
  number: string
  subject: string
  status: string
  stage?: string | { code: string }
  opened_at: string
}

interface SectionVisit {
  id: string
  at: string
  engineer: string
  number: string
  /** In the reader's language; empty while it has none. */
  outcome: string
}

/** What other domains know of a customer; a section is missing until its domain is there. */
export interface Sections {
  units?: UnitRow[]
  tickets?: SectionTicket[]
  visits?: SectionVisit[]
}

export type Customer360 = Omit<Schemas['CustomerOut'], 'sections' | 'tier_reason'> & { sections: Sections; tier_reason: Reason | null }

/** What an agent sees while the phone rings. */
export type PopUp = Omit<Schemas['PopUpOut'], 'sections'> & { sections: Sections }

export const customers = {
  list: (q: string, cursor?: string) => get<Page<CustomerRow>>('/customers', { q, cursor }),
  one: (id: string) => get<Customer360>(`/customers/${id}`),
  change: (id: string, change: Schemas['CustomerPatch'], version: number) => patch<Customer360>(`/customers/${id}`, change, { version }),
  merge: (id: string, into: string) => post<{ customer: Customer360; undo: string }>(`/customers/${id}/merge`, { into }),
  unmerge: (id: string) => post<Customer360>(`/customers/${id}/unmerge`),
  popup: (phone: string) => get<PopUp>('/customers/popup', { phone }),
}

export const units = {
  list: (q: string, cursor?: string) => get<Page<UnitRow>>('/units', { q, cursor }),
  one: (id: string) => get<UnitDetail>(`/units/${id}`),
  change: (id: string, change: Schemas['UnitPatch'], version: number) => patch<UnitDetail>(`/units/${id}`, change, { version }),
  qr: (id: string) => `/api/units/${id}/qr.svg`,
}

export type Symptom = Omit<Named, 'id'> & { code: string }

export const catalog = {
  symptoms: (category: string) => get<Symptom[]>('/catalog/symptoms', { category }),
}
