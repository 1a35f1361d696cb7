import { get, post } from './client'
import type { Covered, Reason, Window } from './phone'
import type { Schemas } from './schemas'

export interface FieldClock {
  name: string
  /** The name in the reader's language. */
  title: string
  state: 'running' | 'paused' | 'kept' | 'breached' | 'cancelled'
  due_at: string | null
  remaining_s: number
  used_s: number
  allowed_s: number
  paused_reason: string | null
}

export type VisitStatus =
  | 'assigned'
  | 'contacted'
  | 'agreed'
  | 'en_route'
  | 'on_site'
  | 'completed'
  | 'cannot_complete'
  | 'cancelled'

/** One stop of the day. */
export interface Stop {
  id: string
  number: string
  order_id: string
  order_type: string
  status: VisitStatus
  window: Window | null
  finished_at: string | null
  customer: string
  tier: string | null
  priority: boolean
  elderly: boolean
  subject: string
  product: string | null
  address: string
  lng: number | null
  lat: number | null
  covered: Covered | null
  coverage_stage: 'provisional' | 'final' | null
  second_visit: boolean
  travel_km: number | null
  travel_min: number | null
  clock: FieldClock | null
}

export interface Today {
  date: string
  engineer: { id: string; name: string; level: string }
  shift: { start: string; end: string; lunch_start: string | null; lunch_end: string | null } | null
  visits: Stop[]
}

/** One line of the on-site code (standard 32); some are ticked only with a photo. */
export interface CheckItem {
  code: string
  text: string
  required: boolean
  needs_photo: boolean
  done_at: string | null
}

export interface Priced {
  code: string
  name: string
  price: string
}

export interface PartLine extends Priced {
  quantity: number
}

export interface CataloguePart extends Priced {
  returnable: boolean
}

export interface VisitFacts {
  called: { at: string; result: CallResult } | null
  departed_at: string | null
  arrived_at: string | null
  scanned: { serial: string; match: boolean | null } | null
  cause: string | null
  signed_at: string | null
  finished_at: string | null
}

export type CallResult = 'reached' | 'rebooked' | 'missed' | 'wrong_number'

export interface FieldVisit extends Stop {
  version: number
  contact: { name: string; phone_masked: string; relay: string | null; note: string }
  text: string
  serial: string | null
  model: string | null
  history: { at: string; kind: string; text: string }[]
  clocks: FieldClock[]
  facts: VisitFacts
  checklist: CheckItem[]
  coverage: { covered: Covered; reason: Reason; until: string | null; stage: 'provisional' | 'final' } | null
  causes: { code: string; name: string }[]
  parts: PartLine[]
  /** Parts to bring, by code: what the visit before could not do. */
  needs: string[]
  catalogue: CataloguePart[]
  /** A plan of the unit gives them at cost. */
  parts_at_cost: boolean
  visit_fee: string
  record_url: string | null
}

export type CannotReason = 'part_missing' | 'nobody_home' | 'customer_refused' | 'needs_higher_level' | 'unsafe'

/** What each act says. `photo` is the id of a file stored for the visit; a phone offline knows no other row. */
export interface CommandArgs {
  call: { result: CallResult }
  agree: Window
  depart: Record<string, never>
  arrive: { lng?: number; lat?: number; accuracy?: number }
  scan: { serial: string }
  check: { code: string; photo?: string }
  evidence: { kind: string; photo: string }
  coverage: { covered: Covered; reason: string; photo: string }
  part: { code: string; quantity: number }
  cause: { code: string }
  complete: { unsigned_reason: string }
  cannot: { reason: CannotReason; parts: string[]; note: string }
  sign: { name: string; photo: string; device: string }
}

export type CommandKind = keyof CommandArgs

/** One tap, as the phone kept it: `seq` counts up on the device, `at` is business time of the act. */
export interface FieldCommand {
  id: string
  seq: number
  at: string
  visit: string
  kind: CommandKind
  args: Record<string, unknown>
}

export interface CommandResult {
  id: string
  state: 'applied' | 'conflict' | 'evidence_only'
  reason: Reason | null
  /** What the system says happened meanwhile, for the conflict page. */
  theirs: { at: string; text: string }[]
}

export interface FieldSlot extends Window {
  id: string
}

/** A sending without an answer is given up after this, ms: in a basement a connection may hang for ever. */
const patience = 60_000

export const today = () => get<Today>('/field/today')
export const fieldVisit = (id: string) => get<FieldVisit>(`/field/visits/${id}`)
export const returnSlots = (order: string) => get<FieldSlot[]>(`/orders/${order}/slots`)

/**
 * `sent_at`: this phone's time of sending; the server corrects the stamps of a wrong clock by it. Every sending is a
 * request of its own: what must have one effect is the act, and the server knows each by its id.
 */
export const sendCommands = (device: string, sent_at: string, commands: FieldCommand[]) =>
  post<{ results: CommandResult[] }>('/field/commands', { device, sent_at, commands }, { signal: AbortSignal.timeout(patience) })

/** Upload one kept photo; the key is the photo's own id, so that a repeated upload is the same file. */
export function uploadPhoto(id: string, photo: Blob, name: string, visit: string): Promise<Schemas['FileOut']> {
  const form = new FormData()
  form.append('file', photo, name)
  form.append('bound_type', 'visit')
  form.append('bound_id', visit)
  return post<Schemas['FileOut']>('/files', form, { key: id, signal: AbortSignal.timeout(patience) })
}
