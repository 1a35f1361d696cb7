import { get, patch, post, put, remove } from './client'
import type { Named, Page } from './page'

export interface Org {
  id: string
  parent: string | null
  kind: 'region' | 'centre' | 'outlet'
  code: string
  name: string
  partner: boolean
  active: boolean
}

export interface UserRow extends Named {
  username: string
  email: string | null
  phone: string | null
  is_active: boolean
  mfa: boolean
  roles: { role: string; org_id: string; org_name: string }[]
}

export interface EngineerRow extends Named {
  employee_no: string
  outlet: Named
  skills: { category: string; level: number }[]
  certificates: { kind: string; valid_to: string; ok: boolean }[]
  today: { shift: string | null; absence: string | null; visits: number }
}

export interface ApiKeyRow {
  id: string
  name: string
  prefix: string
  scopes: string[]
  expires: string | null
  last_used_at: string | null
}

export interface Authorisation {
  id: string
  outlet: Named
  area: string
  category: string
  order_type: string
  rank: number
  daily_quota: number
  valid_from: string
  valid_to: string | null
}

export const people = {
  orgs: () => get<Org[]>('/orgs'),
  users: (q: string) => get<Page<UserRow>>('/people/users', { q }),
  addUser: (user: { name: string; username: string; password: string; role: string; org_id: string }) => post<UserRow>('/people/users', user),
  changeUser: (id: string, change: { is_active?: boolean }) => patch<UserRow>(`/people/users/${id}`, change),
  engineers: (org?: string) => get<Page<EngineerRow>>('/people/engineers', { org }),
  apiKeys: () => get<Page<ApiKeyRow>>('/people/api-keys'),
  addApiKey: (key: { name: string; scopes: string[]; days: number }) => post<ApiKeyRow & { secret: string }>('/people/api-keys', key),
  authorisations: () => get<Page<Authorisation>>('/people/authorisations'),
  dropAuthorisation: (id: string) => remove<null>(`/people/authorisations/${id}`),
}

export interface Desk {
  state: string
  since: string | null
  load: number
  limit: number
  by_kind: Record<string, number>
}

export interface DeskQueue {
  id: string
  code: string
  name: string
  waiting: number
  oldest: string | null
}

export const desk = {
  queues: () => get<DeskQueue[]>('/desk/queues'),
  mine: () => get<Desk>('/desk/presence'),
  setPresence: (state: string) => put<Desk>('/desk/presence', { state }),
  next: () => post<{ kind: string; object_id: string } | null>('/desk/next'),
}

export interface NoticeRow {
  id: string
  kind: string
  title: string
  text: string
  at: string
  read: boolean
  ticket_id: string | null
  link?: string | null
}

export const notices = {
  list: () => get<Page<NoticeRow>>('/notices'),
  read: (id: string) => post<unknown>(`/notices/${id}/read`),
  readAll: () => post<unknown>('/notices/read-all'),
}

export const undo = (token: string) => post<unknown>(`/undo/${token}`)
