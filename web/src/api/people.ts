import { get, patch, post, put, remove } from './client'
import type { Named, Page } from './page'

export interface Org {
  id: string
  parent_id: string | null
  kind: 'region' | 'centre' | 'outlet'
  code: string
  name: string
  partner: boolean
  active: boolean
}

interface HeldRole {
  role: string
  org_id: string
  org_name: string
}

export interface UserRow extends Named {
  version: number
  username: string
  phone: string
  email: string
  is_active: boolean
  roles: HeldRole[]
}

export interface EngineerRow extends Named {
  employee_no: string
  outlet: string
  outlet_id: string
  skills: { category: string; level: number }[]
  certificates: { kind: string; valid_to: string; ok: boolean }[]
  today: { starts_at: string | null; ends_at: string | null; away: boolean }
}

export interface ApiKeyRow {
  id: string
  name: string
  prefix: string
  scopes: string[]
  created_at: string
  expires_at: string
  revoked_at: string | null
  last_used_at: string | null
}

export interface AuthorisationRow {
  id: string
  outlet: string
  area: string
  category: string
  order_type: string
  rank: number
  daily_quota: number | null
  valid_from: string
  valid_to: string | null
}

export interface NewUser {
  name: string
  username: string
  password: string
  role: string
  org_id: string
}

/** A user with a first role; the two are one act on the screen. */
async function addUser({ role, org_id, ...user }: NewUser): Promise<UserRow> {
  const added = await post<UserRow>('/people/users', user)
  return post<UserRow>(`/people/users/${added.id}/roles`, { role, org_id })
}

export const people = {
  orgs: () => get<Org[]>('/orgs'),
  users: (q: string) => get<Page<UserRow>>('/people/users', { q, limit: 50 }),
  addUser,
  changeUser: (user: UserRow, change: { is_active?: boolean }) =>
    patch<UserRow>(`/people/users/${user.id}`, change, { version: user.version }),
  giveRole: (id: string, role: { role: string; org_id: string }) => post<UserRow>(`/people/users/${id}/roles`, role),
  engineers: (org?: string) => get<Page<EngineerRow>>('/people/engineers', { org, limit: 100 }),
  apiKeys: () => get<ApiKeyRow[]>('/people/api-keys'),
  addApiKey: (key: { name: string; scopes: string[]; days: number; user_id: string }) =>
    post<{ key: ApiKeyRow; token: string }>('/people/api-keys', key),
  revokeApiKey: (id: string) => remove<null>(`/people/api-keys/${id}`),
  authorisations: (area: string) => get<Page<AuthorisationRow>>('/people/authorisations', { area, limit: 100 }),
  endAuthorisation: (id: string) => remove<AuthorisationRow>(`/people/authorisations/${id}`),
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
