import type { CheckItem, FieldVisit } from '@/api/field'

/** The stations of a visit on site, in order; before them lie the call, the window and the road. */
export const stations = ['arrive', 'safety', 'scan', 'diagnose', 'treat', 'test', 'sign'] as const
export type StationCode = (typeof stations)[number]

/** The one thing to do next. The dock is always this. */
export type Next =
  | { step: 'call' | 'agree' | 'depart' | 'arrive' | 'scan' | 'cause' | 'coverage' | 'sign' | 'complete' | 'finished' }
  | { step: 'check'; check: CheckItem }

const groups: Record<string, 'safety' | 'diagnose'> = {
  greeting: 'safety',
  uniform_badge: 'safety',
  shoe_covers: 'safety',
  tool_mat: 'safety',
  power_gas_safe: 'safety',
  nameplate: 'diagnose',
  explain_cause: 'diagnose',
  explain_price: 'diagnose',
}

/** At which station a line of the checklist is done; lines an administrator added come with the test. */
export const stationOf = (check: CheckItem): 'safety' | 'diagnose' | 'test' => groups[check.code] ?? 'test'

export const checksAt = (visit: FieldVisit, station: StationCode): CheckItem[] =>
  visit.checklist.filter((check) => stationOf(check) === station)

const open = (visit: FieldVisit, station: StationCode): CheckItem | undefined =>
  checksAt(visit, station).find((check) => check.required && check.done_at === null)

/** A repair names its cause; an installation has none. */
const needsCause = ({ order_type: type }: FieldVisit): boolean => ['repair', 'rework', 'assessment'].includes(type)
const needsCoverage = ({ order_type: type }: FieldVisit): boolean => ['repair', 'rework', 'maintenance'].includes(type)

const settled = ({ coverage }: FieldVisit): boolean => coverage?.stage === 'final'

/** Before the door: reach, agree, go, arrive. Null once on site. */
function beforeTheDoor({ status, window, facts }: FieldVisit): Next | null {
  if (status === 'en_route') return { step: 'arrive' }
  if (status === 'assigned' && !facts.called) return { step: 'call' }
  if (window === null || status === 'assigned' || status === 'contacted') return { step: 'agree' }
  return status === 'agreed' ? { step: 'depart' } : null
}

/** What a station still asks for; null when it is done. */
export function lackingAt(visit: FieldVisit, station: StationCode): Next | null {
  const check = open(visit, station)
  if (check) return { step: 'check', check }
  if (station === 'arrive' && !visit.facts.arrived_at) return { step: 'arrive' }
  if (station === 'scan' && !visit.facts.scanned) return { step: 'scan' }
  if (station === 'diagnose' && needsCause(visit) && !visit.facts.cause) return { step: 'cause' }
  if (station === 'treat' && needsCoverage(visit) && !settled(visit)) return { step: 'coverage' }
  if (station === 'sign' && !visit.facts.signed_at) return { step: 'sign' }
  return null
}

const ended = new Set<FieldVisit['status']>(['completed', 'cannot_complete', 'cancelled'])

export function nextOf(visit: FieldVisit): Next {
  if (ended.has(visit.status)) return { step: 'finished' }
  const before = beforeTheDoor(visit)
  if (before) return before
  for (const station of stations) {
    const lacking = lackingAt(visit, station)
    if (lacking) return lacking
  }
  return { step: 'complete' }
}

/** The first station that still asks for something; the last once all are done. */
export const stationNow = (visit: FieldVisit): StationCode =>
  stations.find((station) => lackingAt(visit, station) !== null) ?? 'sign'

/** How the line of stations is drawn. */
export const stationStates = (visit: FieldVisit): ('done' | 'now' | 'later')[] => {
  const now = stations.indexOf(stationNow(visit))
  const over = ended.has(visit.status)
  return stations.map((_, index) => (over || index < now ? 'done' : index === now ? 'now' : 'later'))
}

/** The customer's bill in yuan: what would be due, and what is. Covered work costs the customer nothing. */
export function billOf(visit: FieldVisit): { full: number; pays: number; covered: boolean } {
  const parts = visit.parts.reduce((sum, { price, quantity }) => sum + Number(price) * quantity, 0)
  const full = parts + Number(visit.visit_fee)
  const covered = visit.coverage !== null && visit.coverage.covered !== 'out'
  return { full, pays: covered ? 0 : full, covered }
}
