import { get, post } from './client'
import type { Page, Reason } from './page'
import type { Schemas } from './schemas'
import type { Clock } from './tickets'

type WithClock<T> = Omit<T, 'clock'> & { clock: Clock | null }
type WithReasons<T> = Omit<T, 'reasons'> & { reasons: Reason[] }

export type OrderRow = WithClock<Schemas['OrderRow']>
export type OrderDetail = WithClock<Schemas['OrderDetail']>
export type OutletOption = WithReasons<Schemas['OutletRow']>
export type Candidate = WithReasons<Schemas['AbleRow']>
export type Excluded = Schemas['ExcludedRow']

export interface Candidates {
  able: Candidate[]
  excluded: Excluded[]
}

export type OrderDone = Schemas['OrderDone']

export const orders = {
  list: (filters: Record<string, string | undefined>) => get<Page<OrderRow>>('/orders', filters),
  one: (id: string) => get<OrderDetail>(`/orders/${id}`),
  outlets: (id: string) => get<OutletOption[]>(`/orders/${id}/outlets`),
  candidates: (id: string) => get<Candidates>(`/orders/${id}/candidates`),
  open: (ticketId: string, order: Schemas['OpenIn']) => post<OrderDone>(`/tickets/${ticketId}/orders`, order),
  act: (id: string, action: string, args: Record<string, unknown> = {}, version?: number) =>
    post<OrderDone>(`/orders/${id}/${action}`, args, { version }),
}
