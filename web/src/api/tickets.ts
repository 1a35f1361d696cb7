import { get, patch, post, put, remove } from './client'
import type { Named, Page, Reason } from './page'
import type { Schemas } from './schemas'

type ClockState = 'running' | 'paused' | 'kept' | 'breached' | 'cancelled' | 'waiting'

/** A clock as the server shows it; its states are these and no others. */
export type Clock = Omit<Schemas['ClockFace'], 'state'> & { state: ClockState }

type WithClock<T> = Omit<T, 'clock'> & { clock: Clock | null }

export type TicketRow = WithClock<Schemas['TicketRow']>

export type Filters = Record<string, string | undefined>

/** Warranty as papers say it, or as decided on site with evidence. */
export interface Coverage {
  covered: string
  until: string | null
  stage: 'provisional' | 'final'
  reason: Reason | null
  visit_fee?: string | null
}

export type UnitBrief = Schemas['UnitBrief']
export type PromiseLine = Schemas['PromiseLine']

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

export type StageStop = Omit<Schemas['StageStop'], 'state'> & { state: 'done' | 'current' | 'ahead' }

interface SafetyCard {
  danger: string
  title: string
  steps: { title: string; detail: string }[]
  call: string
}

/** All of one ticket; what other domains add in free form is named here. */
export type TicketOpened = Schemas['TicketOpened']
export type TicketDetail = WithClock<Omit<Schemas['TicketDetail'], 'coverage' | 'household' | 'clocks' | 'stages' | 'orders' | 'safety_card'>> & {
  coverage: Coverage | null
  household: { id: string; address: string; area: string; accuracy: number | null } | null
  clocks: Clock[]
  stages: StageStop[]
  orders: OrderBrief[]
  safety_card: SafetyCard | null
}

export type TimelineEntry = Schemas['Entry']
export type NextTicket = Omit<Schemas['NextTicket'], 'reasons'> & { reasons: Reason[] }
/** One decision of the desks' router on a ticket. */
export type Routing = Omit<Schemas['RoutingOut'], 'reasons'> & { reasons: Reason[] }
export type SimilarTicket = Schemas['SimilarRow']

/** An act's answer; `undo` says how to take it back, if it can be. */
export interface Done {
  undo?: Schemas['Undo'] | null
}

export type SavedView = Schemas['ViewOut']

export type BoardCard = TicketRow & { age_s: number }
/** What putting a card on a stage does; `act` null = refused, with the reason and what is missing. */
export type Move = Omit<Schemas['Move'], 'act'> & { act: 'take' | 'visit' | 'solve' | 'close' | 'reopen' | null }
export type KanbanColumn = Omit<Schemas['Column'], 'cards'> & { cards: BoardCard[] }

export type NewTicket = Partial<Schemas['NewTicket']> & { text: string }

export const tickets = {
  list: (filters: Filters) => get<Page<TicketRow>>('/tickets', filters),
  counts: () => get<Record<string, number>>('/tickets/counts'),
  kanban: (filters: Filters) => get<{ columns: KanbanColumn[] }>('/tickets/kanban', filters),
  moves: (id: string) => get<Move[]>(`/tickets/${id}/moves`),
  one: (id: string) => get<TicketDetail>(`/tickets/${id}`),
  timeline: (id: string) => get<TimelineEntry[]>(`/tickets/${id}/timeline`),
  similar: (id: string) => get<SimilarTicket[]>(`/tickets/${id}/similar`),
  /** Take what the router would do next. */
  next: () => post<NextTicket>('/desk/next'),
  /** I have it open; answers with who else has. */
  look: (id: string) => put<Named[]>(`/tickets/${id}/viewing`),
  lookAway: (id: string) => remove<null>(`/tickets/${id}/viewing`),
  routings: (id: string) => get<Routing[]>(`/desk/routings/${id}`),
  open: (ticket: NewTicket, key: string) => post<TicketOpened>('/tickets', ticket, { key }),
  change: (id: string, change: Schemas['Edit'], version: number) => patch<TicketDetail>(`/tickets/${id}`, change, { version }),
  act: (id: string, action: string, args: Record<string, unknown> = {}, version?: number) =>
    post<Done>(`/tickets/${id}/${action}`, args, { version }),
  bulk: (ids: string[], action: string, args: Record<string, unknown> = {}) =>
    post<Schemas['BulkDone']>('/tickets/bulk', { ids, action, args }),
}

export const savedViews = {
  list: () => get<SavedView[]>('/tickets/views'),
  save: (view: Schemas['ViewIn']) => post<SavedView>('/tickets/views', view),
  drop: (id: string) => remove<null>(`/tickets/views/${id}`),
}

export type CannedReply = Schemas['CannedOut']
export const cannedReplies = () => get<CannedReply[]>('/tickets/canned')

export type ClockExplained = Omit<Schemas['ClockExplained'], 'clock'> & { clock: Clock }
export const explainClock = (id: string) => get<ClockExplained>(`/clocks/${id}`)
export const rejectPause = (pauseId: string, clockId: string, because: string) =>
  post<ClockExplained>(`/pauses/${pauseId}/reject?clock_id=${clockId}`, { because })
