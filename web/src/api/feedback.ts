import { get, post } from './client'
import type { Page, Reason } from './page'
import type { Schemas } from './schemas'

type WithHits<T> = Omit<T, 'hits'> & { hits: Reason[] }

/** A completed order in front of the reviewer; `hits` are the rules that raised a doubt. */
export type ReviewRow = WithHits<Schemas['ReviewRow']>
export type ReviewDetail = WithHits<Schemas['ReviewOut']>

/** A customer to ask; `call` says why somebody telephones instead of only sending the link. */
export type RevisitTask = Omit<Schemas['RevisitRow'], 'call'> & { call: Reason[] }
export type RevisitCall = Schemas['CallIn']

export const reviews = {
  list: (state: string) => get<Page<ReviewRow>>('/reviews', { state, limit: 100 }),
  one: (id: string) => get<ReviewDetail>(`/reviews/${id}`),
  pass: (id: string, note: string) => post<ReviewDetail>(`/reviews/${id}/pass`, { note }),
  reject: (id: string, note: string) => post<ReviewDetail>(`/reviews/${id}/reject`, { note }),
}

export const revisits = {
  list: (state: string) => get<Page<RevisitTask>>('/revisits', { state, limit: 100 }),
  attempt: (id: string, call: RevisitCall) => post<RevisitTask>(`/revisits/${id}/attempt`, call),
}
