import { get, post, remove } from './client'
import type { Named, Page, Reason } from './page'

export interface Clock {
  id: string
  name: string
  round?: number
  state: 'running' | 'paused' | 'kept' | 'breached' | 'cancelled' | 'waiting'
  started_at?: string | null
  stopped_at?: string | null
  told_due_at?: string | null
  due_at: string | null
  agreed_due_at?: string | null
  target_at?: string | null
  used_s: number
  allowed_s: number
  late_s?: number
  paused_reason?: string | null
}

export interface TicketRow {
  id: string
  number: string
  version: number
  customer: Named & { tier: string | null }
  subject: string
  product?: string | null
  category: string
  order_type: string
  status: string
  stage: { code: string; index: number; late: boolean }
  clock: Clock | null
  assignee: Named | null
  channel: string
  urgency: string
  danger: string | null
  presses: number
  updated_at: string
  blocked: string | null
}

export type Filters = Record<string, string | undefined>

export interface Coverage {
  covered: string
  until: string | null
  stage: 'provisional' | 'final'
  reason: Reason | null
  visit_fee?: string | null
}

export interface UnitBrief {
  id: string
  serial: string
  product: string
  model: string
  category: string
  room?: string | null
  installed_on?: string | null
  warranty_until?: string | null
}

export interface PromiseLine {
  id: string
  source: string
  what: string
  by: string
  by_when: string
  kept: boolean | null
  binds?: boolean
}

export interface OrderBrief {
  id: string
  number: string
  order_type: string
  status: string
  outlet: Named | null
  engineer: Named | null
  window_start: string | null
  window_end: string | null
}

export interface StageStop {
  code: string
  name?: string
  at: string | null
  state: 'done' | 'current' | 'ahead'
  late: boolean
}

export interface TicketDetail extends TicketRow {
  text: string
  opened_at: string
  phone?: string | null
  unit: UnitBrief | null
  coverage: Coverage | null
  household: { id: string; address: string; accuracy: string } | null
  contacts: { id: string; name: string; phone: string | null; relation: string }[]
  clocks: Clock[]
  promises: PromiseLine[]
  stages: StageStop[]
  orders: OrderBrief[]
  links: { id: string; number: string; kind: string; subject: string }[]
  viewers: Named[]
  may: string[]
}

export interface TimelineEntry {
  id: string
  at: string
  kind: 'event' | 'message' | 'note'
  name?: string
  author: { kind: string; name: string; id?: string | null }
  visible?: 'customer' | 'internal'
  text: string
  files: { id: string; name: string; mime: string }[]
}

export interface SimilarTicket {
  id: string
  number: string
  subject: string
  outcome: string | null
  status: string
}

export interface Done {
  undo?: { token: string; seconds?: number } | null
}

export interface Candidate {
  engineer: Named & { level?: number; employee_no?: string }
  score: number
  travel_min: number
  load: number
  window: { start: string; end: string } | null
  reasons: Reason[]
}

export interface SavedView {
  id: string
  name: string
  query: Record<string, string>
  shared: boolean
  count?: number
}

export interface KanbanColumn {
  stage: string
  name?: string
  limit: number | null
  count: number
  median_s: number
  standard_s?: number
  cards: (TicketRow & { age_s: number })[]
}

export interface NewTicket {
  customer_id?: string
  name?: string
  phone?: string
  address?: string
  unit_id?: string
  category?: string
  symptom?: string
  order_type: string
  text: string
  when?: string
}

export const tickets = {
  list: (filters: Filters) => get<Page<TicketRow>>('/tickets', filters),
  counts: (filters: Filters) => get<Record<string, number>>('/tickets/counts', filters),
  kanban: (filters: Filters) => get<{ columns: KanbanColumn[] }>('/tickets/kanban', filters),
  one: (id: string) => get<TicketDetail>(`/tickets/${id}`),
  timeline: (id: string) => get<TimelineEntry[]>(`/tickets/${id}/timeline`),
  similar: (id: string) => get<SimilarTicket[]>(`/tickets/${id}/similar`),
  open: (ticket: NewTicket, key: string) => post<TicketDetail>('/tickets', ticket, { key }),
  act: (id: string, action: string, args: Record<string, unknown> = {}, version?: number) =>
    post<Done>(`/tickets/${id}/${action}`, args, { version }),
  bulk: (ids: string[], action: string, args: Record<string, unknown> = {}) =>
    post<Done & { done: number; refused: { id: string; number: string; text: string }[] }>('/tickets/bulk', { ids, action, args }),
  openOrder: (id: string, order: { order_type: string; note: string }) => post<OrderBrief>(`/tickets/${id}/orders`, order),
}

export const savedViews = {
  list: () => get<SavedView[]>('/tickets/views'),
  save: (view: { name: string; query: Record<string, string>; shared: boolean }) => post<SavedView>('/tickets/views', view),
  drop: (id: string) => remove<null>(`/tickets/views/${id}`),
}

export interface CannedReply {
  id: string
  code: string
  title: string
  text: string
}
export const cannedReplies = () => get<CannedReply[]>('/tickets/canned')

interface Told {
  code: string
  text: string
}

export interface ClockExplained {
  clock: Clock
  promises: {
    key: string
    source: string
    source_name: string
    said: string
    value: string | null
    due_at: string | null
    binds: boolean
    told: boolean
    reason: Told
  }[]
  intervals: { start: string; end: string; seconds: number; counted: boolean; why: Told; evidence: string | null }[]
  pauses: {
    id: string
    since: string
    until: string | null
    reason: string
    reason_name: string
    evidence: Record<string, string>[]
    author: string | null
    accepted: boolean
    cap_at: string | null
    rejected_because: string
  }[]
  escalations: { key: string; at: string; share: number | null; who: string; fired: boolean }[]
  doubts: Told[]
  warnings: Told[]
  if_resumed_at: string | null
  used_s: number
  allowed_s: number
  stored_due_agrees: boolean
  events: number
}
export const explainClock = (id: string) => get<ClockExplained>(`/clocks/${id}`)
export const rejectPause = (pauseId: string, clockId: string, because: string) =>
  post<ClockExplained>(`/pauses/${pauseId}/reject?clock_id=${clockId}`, { because })
