import { get, patch, post, remove } from './client'

export interface Role {
  role: string
  org_id: string
  org_name: string
}

export interface DemoAccount {
  username: string
  name: string
  role: string
  org: string
  password: string
}

export interface Session {
  user: { id: string; name: string; username: string; roles: Role[]; lang: string; density?: string; mfa?: boolean } | null
  customer: { id: string; name: string } | null
  mfa_required: boolean
  csrf: string
  demo: { accounts: DemoAccount[] } | null
  verbs: string[]
  now: string
  clock_rate: number
  time_zone?: string
}

export interface Login {
  username: string
  password: string
  code?: string
}

export interface MfaSetup {
  secret: string
  uri: string
  svg: string
}

export const readSession = () => get<Session>('/session')
export const logIn = (login: Login) => post<Session>('/session', login)
export const logOut = () => remove<null>('/session')
export const changeMe = (change: { lang?: string; density?: string }) => patch<unknown>('/me', change)
export const mfa = {
  setUp: () => post<MfaSetup>('/session/mfa/setup'),
  confirm: (code: string) => post<{ recovery_codes: string[] }>('/session/mfa/confirm', { code }),
  disable: (code: string) => post<null>('/session/mfa/disable', { code }),
}

export interface DemoProgress {
  done: number
  total: number
  finished: boolean
}
export const demoProgress = () => get<DemoProgress>('/demo/progress')
export interface SimulatedMessage {
  id: string
  channel: string
  recipient: string
  subject: string
  body: string
  created_at: string
}
export const demoOutbox = (recipient = '') => get<SimulatedMessage[]>('/demo/outbox', { recipient })
