import { get, post } from './client'
import type { Covered, Reason, StageCard, Window } from './phone'
import type { Schemas } from './schemas'

/** What a scanned code shows: the machine, never its owner. */
export type ScannedUnit = Omit<Schemas['ScannedOut'], 'coverage'> & {
  coverage: Omit<Schemas['CoverageOut'], 'covered' | 'reason'> & { covered: Covered; reason: Reason }
}

export type DangerCode = 'gas' | 'electricity' | 'fire' | 'co' | 'battery' | 'person'

/** One fixed card per danger, in the words a professional checked. */
export interface SafetyCard {
  danger: DangerCode
  title: string
  steps: { title: string; detail: string }[]
  call: string
}

export type RequestBody = Schemas['NewRequest']

/** `joined`: the same problem was already open here; the link is empty unless this person has proved to be its owner. */
export type RequestAnswer = Omit<Schemas['RequestAnswer'], 'safety_card'> & { safety_card: SafetyCard | null }

export interface PortalEngineer {
  name: string
  employee_no: string
  level: string
  certificates: { kind: string; valid_to: string; ok: boolean }[]
  photo: string | null
  phone: string | null
}

export interface PortalMessage {
  id: string
  author: 'customer' | 'agent' | 'engineer' | 'ai' | 'system'
  name: string
  text: string
  sent_at: string
  files: Schemas['FileLine'][]
}

/** The engineer's place is sent for the last 3 km only and ends at the door. */
export interface LastLeg {
  state: 'not_yet' | 'live' | 'signal_lost' | 'arrived'
  eta: string | null
  minutes: number | null
  km: number | null
  seen_at: string | null
}

export interface Tracking {
  number: string
  headline: Reason
  subject: string
  place: string
  stages: StageCard[]
  window: Window | null
  engineer: PortalEngineer | null
  messages: PortalMessage[]
  may: { reschedule: boolean; cancel: boolean; press: boolean; chat: boolean; rate: boolean; book: boolean }
  reschedules_left: number | null
  coverage: { covered: boolean; stage: 'provisional' | 'final'; until: string | null; reason: Reason } | null
  fee: { amount: string; note: string } | null
  presses: number
  /** The danger this case was opened with, while it is open. */
  safety_card: SafetyCard | null
  last_leg: LastLeg | null
  rate_url: string | null
  record_url: string | null
  /** The room where the desk waits to guide by video, while it is open. */
  video_url: string | null
  verified: boolean
  phone_masked: string | null
  elderly: boolean
}

export interface Slot {
  id: string
  start: string
  end: string
  engineer: string | null
  known: boolean
  /** One of the few times that fit the engineers' day best: told first. */
  best: boolean
}

export interface Held {
  hold: string
  expires_at: string
}

export type Rating = Schemas['RatingOut']
export type RatingBody = Schemas['AnswerIn']
export type RatingAnswer = Schemas['Rated']

export const scanned = (token: string) => get<ScannedUnit>(`/qr/${token}`)
export const sendRequest = (body: RequestBody, key: string) => post<RequestAnswer>('/portal/requests', body, { key })

const track = (token: string) => `/portal/track/${token}`
export const tracking = (token: string) => get<Tracking>(track(token))
export const slots = (token: string) => get<Slot[]>(`${track(token)}/slots`)
export const holdSlot = (token: string, slot: string) => post<Held>(`${track(token)}/hold`, { slot })
export const bookSlot = (token: string, hold: string) => post(`${track(token)}/book`, { hold })
export const reschedule = (token: string, hold: string, reason: string) =>
  post(`${track(token)}/reschedule`, { hold, reason })
export const cancelCase = (token: string, reason: string) => post(`${track(token)}/cancel`, { reason })
export const pressOn = (token: string) => post<{ presses: number; told: string }>(`${track(token)}/press`)
export const sayTo = (token: string, text: string, key: string, files: readonly string[] = []) =>
  post(`${track(token)}/message`, { text, files }, { key })

/** Send a photo or a voice note for the case; it is seen once a message names its id. */
export function attachTo(token: string, file: Blob, name: string, key: string): Promise<Schemas['Attached']> {
  const form = new FormData()
  form.append('file', file, name)
  return post(`${track(token)}/files`, form, { key })
}

export const fileAddress = (token: string, id: string): string => `/api${track(token)}/files/${id}`

export const rating = (token: string) => get<Rating>(`/portal/rate/${token}`)
export const rate = (token: string, body: RatingBody, key: string) =>
  post<RatingAnswer>(`/portal/rate/${token}`, body, { key })

export const sendCode = (phone: string) => post('/otp', { phone })
export const verifyCode = (phone: string, code: string) => post<Schemas['EnteredOut']>('/otp/verify', { phone, code })
