import { get, patch, post, put, remove } from './client'
import type { Page } from './page'
import type { Schemas } from './schemas'

export type Org = Schemas['OrgOut']
export type UserRow = Schemas['StaffOut']
export type OrgChange = Partial<Schemas['OrgPatch']>
export type EngineerRow = Schemas['EngineerOut']
export type Engineer = Schemas['EngineerDetail']
export type Paper = Schemas['PaperOut']
export type CrewDay = Schemas['CrewDayOut']
export type RosterRow = Schemas['RosterRow']
export type VisitBrief = Schemas['VisitOut']
export type Planned = Schemas['PlannedOut']
export type Days = Schemas['DaysIn']
export type Shifts = Schemas['ShiftsIn']
export type AddressRead = Schemas['AddressOut']
type Done = Schemas['EngineerDone']
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
  addOrg: (org: Schemas['OrgIn']) => post<Org>('/orgs', org),
  changeOrg: (id: string, change: OrgChange, version: number) => patch<Org>(`/orgs/${id}`, change, { version }),
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

/**
 * Take back what was done in one or several parts, each by itself and one after another; what was changed since stays.
 * Answers with what the server said of the parts it refused.
 */
export async function undoParts(tokens: readonly string[]): Promise<unknown[]> {
  const refused: unknown[] = []
  for (const token of tokens) await undo(token).catch((error: unknown) => refused.push(error))
  return refused
}

const one = (id: string) => `/people/engineers/${id}`

export const engineers = {
  list: (filters: Record<string, string | boolean | undefined>, cursor?: string) =>
    get<Page<EngineerRow>>('/people/engineers', { ...filters, cursor, limit: 50 }),
  one: (id: string) => get<Engineer>(one(id)),
  enrol: (wanted: Schemas['EngineerIn']) => post<Engineer>('/people/engineers', wanted),
  change: (id: string, change: Partial<Schemas['EngineerPatch']>, version: number) => patch<Engineer>(one(id), change, { version }),
  end: (id: string) => post<Engineer>(`${one(id)}/end`),
  setSkill: (id: string, category: string, level: number) => put<Done>(`${one(id)}/skills/${category}`, { level }),
  removeSkill: (id: string, category: string) => remove<Done>(`${one(id)}/skills/${category}`),
  addPaper: (id: string, paper: Schemas['CertificateIn']) => post<Engineer>(`${one(id)}/certificates`, paper),
  correctPaper: (id: string, paper: string, values: Schemas['CertificateIn'], version: number) =>
    put<Engineer>(`${one(id)}/certificates/${paper}`, values, { version }),
  endPaper: (id: string, paper: string, lastDay: string) => post<Engineer>(`${one(id)}/certificates/${paper}/end`, { last_day: lastDay }),
  roster: (filters: Record<string, string | number | undefined>, cursor?: string) =>
    get<Page<RosterRow>>('/people/roster', { ...filters, cursor, limit: 50 }),
  plan: (wanted: Shifts) => post<Planned>('/people/shifts', wanted),
  take: (wanted: Days) => post<Planned>('/people/shifts/take', wanted),
  book: (id: string, absence: Schemas['AbsenceIn']) => post<Schemas['AbsenceDone']>(`${one(id)}/absences`, absence),
  cancelAbsence: (id: string, absence: string) => remove<Engineer>(`${one(id)}/absences/${absence}`),
  readAddress: (text: string) => get<AddressRead>('/address', { text }),
}
