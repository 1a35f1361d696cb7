import { get, patch, post, put, remove } from './client'
import type { Page } from './page'
import type { Schemas } from './schemas'

export type Org = Schemas['OrgOut']
export type UserRow = Schemas['StaffOut']
export type EngineerRow = Schemas['EngineerOut']
export type ApiKeyRow = Schemas['KeyOut']
export type AuthorisationRow = Schemas['AuthorisationOut']
export type Desk = Schemas['DeskOut']

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
  users: (q: string, role?: string) => get<Page<UserRow>>('/people/users', { q, role, limit: 50 }),
  addUser,
  changeUser: (user: UserRow, change: { is_active?: boolean }) =>
    patch<UserRow>(`/people/users/${user.id}`, change, { version: user.version }),
  giveRole: (id: string, role: { role: string; org_id: string }) => post<UserRow>(`/people/users/${id}/roles`, role),
  engineers: (org?: string) => get<Page<EngineerRow>>('/people/engineers', { org, limit: 100 }),
  apiKeys: () => get<ApiKeyRow[]>('/people/api-keys'),
  addApiKey: (key: Omit<Schemas['KeyIn'], 'allow_from'>) =>
    post<Schemas['NewKeyOut']>('/people/api-keys', key),
  revokeApiKey: (id: string) => remove<null>(`/people/api-keys/${id}`),
  authorisations: (area: string) => get<Page<AuthorisationRow>>('/people/authorisations', { area, limit: 100 }),
  endAuthorisation: (id: string) => remove<AuthorisationRow>(`/people/authorisations/${id}`),
}

export const desk = {
  mine: () => get<Desk>('/desk/presence'),
  setPresence: (state: string) => put<Desk>('/desk/presence', { state }),
}

export type NoticeRow = Schemas['NoticeOut']

export const notices = {
  list: () => get<Page<NoticeRow>>('/notices', { limit: 50 }),
  unread: () => get<Schemas['Unread']>('/notices/unread'),
  read: (id: string) => post<Schemas['Unread']>(`/notices/${id}/read`),
  readAll: () => post<Schemas['Unread']>('/notices/read-all'),
}

export const undo = (token: string) => post<unknown>(`/undo/${token}`)
