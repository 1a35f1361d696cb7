import { get, post } from './client'
import type { CallResult, FieldClock } from './field'
import type { Covered, Reason, Window } from './phone'
import type { Schemas } from './schemas'

/** One order on the outlet's desk. */
export interface DeskOrder {
  id: string
  number: string
  version: number
  status: string
  order_type: string
  subject: string
  product: string
  customer: string
  address: string
  urgency: string
  covered: Covered | null
  window: Window | null
  clock: FieldClock | null
  engineer: string | null
  certificates: string[]
  note: string
  reason: Reason | null
}

export interface MoneyLine {
  order_id: string
  number: string
  amount: string
  reason: Reason
  frees: Reason | null
}

export interface Desk {
  outlet: { id: string | null; name: string; quota: number | null; used: number }
  counts: Record<'offered' | 'to_assign' | 'to_contact' | 'to_rebook' | 'waiting_parts' | 'returned', number>
  offered: DeskOrder[]
  to_assign: DeskOrder[]
  to_contact: DeskOrder[]
  to_rebook: DeskOrder[]
  waiting_parts: DeskOrder[]
  returned: DeskOrder[]
  money: MoneyLine[]
}

export interface AbleEngineer {
  engineer: { id: string; name: string; level: string }
  score: number
  travel_min: number | null
  load: number
  window: Window | null
  reasons: Reason[]
}

export interface ExcludedEngineer {
  engineer: { id: string; name: string; level: string }
  rule: string
  overridable: boolean
  text: string
}

export interface Candidates {
  able: AbleEngineer[]
  excluded: ExcludedEngineer[]
}

export type ReturnReason = 'no_capacity' | 'too_far' | 'no_certificate' | 'not_ours' | 'customer_refuses'

export interface AgreeBody extends Window {
  reason: 'customer_request' | 'engineer_unavailable' | 'waiting_part'
}

const order = (id: string) => `/orders/${id}`
export const desk = () => get<Desk>('/clerk/desk')
export const candidates = (id: string) => get<Candidates>(`${order(id)}/candidates`)
export const orderSlots = (id: string) => get<(Window & { id: string; engineer: string | null; best: boolean })[]>(`${order(id)}/slots`)
/** The order's new version, and the way back, if there is one. */
export type Done = Schemas['OrderDone']
export const acceptOrder = (id: string, version: number) => post<Done>(`${order(id)}/accept`, {}, { version })
export const returnOrder = (id: string, version: number, reason: ReturnReason, note: string) =>
  post<Done>(`${order(id)}/return`, { reason, note }, { version })
export const assignOrder = (id: string, version: number, engineer: string, overrule: string | null) =>
  post(`${order(id)}/assign`, { engineer, overrule }, { version })
export const rebookOrder = (id: string, version: number, body: AgreeBody) => post(`${order(id)}/agree`, body, { version })
export const logCall = (id: string, result: CallResult) => post(`${order(id)}/contact`, { result })
export const partsArrived = (id: string) => post(`${order(id)}/parts-arrived`)
