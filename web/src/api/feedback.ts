import { get, post } from './client'
import type { Named, Page, Reason } from './page'

export interface ReviewRow {
  id: string
  order: { id: string; number: string; order_type: string }
  ticket: { id: string; number: string }
  engineer: Named | null
  outlet: Named | null
  completed_at: string
  rules: Reason[]
  state: 'queued' | 'passed' | 'rejected' | 'auto'
}

export interface ReviewDetail extends ReviewRow {
  record: { label: string; value: string }[]
  checklist: { code: string; text: string; done: boolean; at: string | null }[]
  evidence: { id: string; kind: string; name: string; taken_at: string | null; doubt: string | null; url: string }[]
  signature: { name: string; url: string | null } | null
  parts: { code: string; name: string; quantity: number }[]
}

export interface RevisitTask {
  id: string
  customer: Named & { tier: string | null; phone: string | null }
  ticket: { id: string; number: string; subject: string }
  why: Reason
  attempts: { at: string; result: string; by: string }[]
  due_at: string
  state: string
}

export interface RevisitAttempt {
  result: string
  solved?: boolean | null
  csat?: number | null
  paid?: string | null
  comment?: string
}

export const reviews = {
  list: (state: string) => get<Page<ReviewRow>>('/reviews', { state }),
  one: (id: string) => get<ReviewDetail>(`/reviews/${id}`),
  pass: (id: string, note: string) => post<unknown>(`/reviews/${id}/pass`, { note }),
  reject: (id: string, note: string) => post<unknown>(`/reviews/${id}/reject`, { note }),
}

export const revisits = {
  list: (state: string) => get<Page<RevisitTask>>('/revisits', { state }),
  attempt: (id: string, attempt: RevisitAttempt) => post<unknown>(`/revisits/${id}/attempt`, attempt),
}
