import type { CallResult, FieldCommand, FieldVisit, Stop, VisitStatus } from '@/api/field'
import type { Covered } from '@/api/phone'

type Args = FieldCommand['args']
type Change = (visit: FieldVisit, args: Args, at: string) => FieldVisit

const facts = (visit: FieldVisit, change: Partial<FieldVisit['facts']>): FieldVisit => ({
  ...visit,
  facts: { ...visit.facts, ...change },
})

const reached: readonly CallResult[] = ['reached', 'rebooked']

function called(visit: FieldVisit, args: Args, at: string): FieldVisit {
  const result = args['result'] as CallResult
  const status: VisitStatus = visit.status === 'assigned' && reached.includes(result) ? 'contacted' : visit.status
  return facts({ ...visit, status }, { called: { at, result } })
}

function agreed(visit: FieldVisit, args: Args): FieldVisit {
  return { ...visit, status: 'agreed', window: { start: String(args['start']), end: String(args['end']) } }
}

const ticked: Change = (visit, args, at) => ({
  ...visit,
  checklist: visit.checklist.map((check) => (check.code === args['code'] ? { ...check, done_at: check.done_at ?? at } : check)),
})

/** The same part again sets its quantity, as on the server. */
const used: Change = (visit, args) => {
  const part = visit.catalogue.find((one) => one.code === args['code'])
  if (!part) return visit
  const others = visit.parts.filter((line) => line.code !== part.code)
  return { ...visit, parts: [...others, { ...part, quantity: Number(args['quantity'] ?? 1) }] }
}

const settled: Change = (visit, args) => {
  const reason = { code: String(args['reason']), params: {}, text: '' }
  return { ...visit, coverage: { covered: args['covered'] as Covered, reason, until: visit.coverage?.until ?? null, stage: 'final' } }
}

const plain = (serial: unknown) => String(serial).trim().toUpperCase()

const scanned: Change = (visit, args) => {
  const match = visit.serial === null ? null : plain(visit.serial) === plain(args['serial'])
  return facts(visit, { scanned: { serial: String(args['serial']), match } })
}

const changes: Partial<Record<FieldCommand['kind'], Change>> = {
  call: called,
  agree: agreed,
  depart: (visit, _, at) => facts({ ...visit, status: 'en_route' }, { departed_at: at }),
  arrive: (visit, _, at) => facts({ ...visit, status: 'on_site' }, { arrived_at: at }),
  scan: scanned,
  check: ticked,
  part: used,
  cause: (visit, args) => facts(visit, { cause: String(args['code']) }),
  coverage: settled,
  sign: (visit, _, at) => facts(visit, { signed_at: at }),
  complete: (visit, _, at) => facts({ ...visit, status: 'completed', finished_at: at }, { finished_at: at }),
  cannot: (visit, _, at) => facts({ ...visit, status: 'cannot_complete', finished_at: at }, { finished_at: at }),
}

type Kept = Pick<FieldCommand, 'seq' | 'kind' | 'args' | 'at' | 'visit'>

/**
 * The visit as this phone knows it: what the server last said, with the acts it has not seen yet laid over it.
 * An act laid over a visit that already holds it changes nothing, so a late answer does no harm.
 */
export const withActs = (visit: FieldVisit, acts: readonly Kept[]): FieldVisit =>
  acts
    .filter((act) => act.visit === visit.id)
    .sort((a, b) => a.seq - b.seq)
    .reduce((now, { kind, args, at }) => changes[kind]?.(now, args, at) ?? now, visit)

/** The same for a stop of the day, which shows less. */
export function stopWithActs(stop: Stop, acts: readonly Kept[]): Stop {
  const blank = { window: stop.window, status: stop.status, finished_at: stop.finished_at }
  const seen = withActs({ ...emptyVisit, ...stop, ...blank }, acts)
  return { ...stop, status: seen.status, window: seen.window, finished_at: seen.finished_at }
}

const emptyVisit = {
  version: 0,
  contact: { name: '', phone_masked: '', relay: null, note: '' },
  text: '',
  serial: null,
  model: null,
  history: [],
  clocks: [],
  facts: { called: null, departed_at: null, arrived_at: null, scanned: null, cause: null, signed_at: null, finished_at: null },
  checklist: [],
  coverage: null,
  causes: [],
  parts: [],
  needs: [],
  catalogue: [],
  parts_at_cost: false,
  visit_fee: '0',
  record_url: null,
} satisfies Omit<FieldVisit, keyof Stop>
