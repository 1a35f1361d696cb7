import { get, patch, post, remove } from './client'
import type { Schemas } from './schemas'

export type Role = Schemas['RoleOut']
export type DemoAccount = Schemas['DemoAccount']
export type Session = Omit<Schemas['SessionOut'], 'customer'> & { customer: { id: string } | null }

export interface Login {
  username: string
  password: string
  code?: string
}

export type MfaSetup = Schemas['MfaSetup']

export const readSession = () => get<Session>('/session')
export const logIn = (login: Login) => post<Session>('/session', login)
export const logOut = () => remove<null>('/session')
export const forgotPassword = (who: string) => post<null>('/session/password', { who })
export const resetPassword = (token: string, password: string) => post<null>(`/session/password/${token}`, { new: password })
export const changeMe = (change: { lang?: string; density?: string }) => patch<unknown>('/me', change)
export const mfa = {
  setUp: () => post<MfaSetup>('/session/mfa/setup'),
  confirm: (code: string) => post<Schemas['RecoveryCodes']>('/session/mfa/confirm', { code }),
  disable: (code: string) => post<null>('/session/mfa/disable', { code }),
}

export type DemoStart = Schemas['DemoStart']
export const demoStart = () => get<DemoStart>('/demo/start')
