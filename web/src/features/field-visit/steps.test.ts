import { expect, test } from 'vitest'
import type { CommandKind, FieldVisit } from '@/api/field'
import { visit } from '@/testing/phone/field'
import { stopWithActs, withActs } from './apply'
import { billOf, checksAt, nextOf, stationNow, stationStates } from './steps'

let seq = 0
const act = (kind: CommandKind, args: Record<string, unknown> = {}) => ({
  seq: (seq += 1),
  kind,
  args,
  visit: visit.id,
  at: `2026-11-24T02:${String(10 + seq).padStart(2, '0')}:00Z`,
})

const after = (...acts: ReturnType<typeof act>[]): FieldVisit => withActs(visit, acts)
const ticks = (station: 'safety' | 'diagnose' | 'test') => checksAt(visit, station).map(({ code }) => act('check', { code }))
const arrived = () => [act('depart'), act('arrive')]

test('before the door: reach, agree, go, arrive', () => {
  const fresh: FieldVisit = { ...visit, status: 'assigned', window: null }
  expect(nextOf(fresh)).toEqual({ step: 'call' })
  const missed = withActs(fresh, [act('call', { result: 'missed' })])
  expect([missed.status, missed.facts.called?.result]).toEqual(['assigned', 'missed'])
  const reached = withActs(fresh, [act('call', { result: 'reached' })])
  expect([reached.status, nextOf(reached).step]).toEqual(['contacted', 'agree'])
  const agreed = withActs(reached, [act('agree', { start: '2026-11-24T05:00:00Z', end: '2026-11-24T06:00:00Z' })])
  expect([nextOf(agreed).step, agreed.window?.start]).toEqual(['depart', '2026-11-24T05:00:00Z'])
  expect(nextOf(withActs(agreed, [act('depart')])).step).toBe('arrive')
})

test('on site the dock is always the missing thing', () => {
  expect(nextOf(after(...arrived()))).toMatchObject({ step: 'check', check: { code: 'greeting' } })
  expect(nextOf(after(...arrived(), ...ticks('safety')))).toEqual({ step: 'scan' })
  const scanned = [...arrived(), ...ticks('safety'), act('scan', { serial: 'axr16p24a3071862 ' })]
  expect(nextOf(after(...scanned))).toMatchObject({ step: 'check', check: { code: 'nameplate' } })
  const diagnosed = [...scanned, ...ticks('diagnose')]
  expect(nextOf(after(...diagnosed))).toEqual({ step: 'cause' })
  const named = [...diagnosed, act('cause', { code: 'flow_sensor' })]
  expect(nextOf(after(...named))).toEqual({ step: 'coverage' })
  const covered = [...named, act('coverage', { covered: 'in', reason: 'warranty' })]
  expect(nextOf(after(...covered))).toMatchObject({ step: 'check', check: { code: 'test_run' } })
  const tested = [...covered, ...ticks('test')]
  expect(nextOf(after(...tested))).toEqual({ step: 'sign' })
  expect(nextOf(after(...tested, act('sign')))).toEqual({ step: 'complete' })
  expect(nextOf(after(...tested, act('sign'), act('complete')))).toEqual({ step: 'finished' })
})

test('an installation names no cause and settles no cover', () => {
  const install: FieldVisit = { ...visit, order_type: 'installation' }
  const acts = [...arrived(), ...ticks('safety'), act('scan', { serial: 'X' }), ...ticks('diagnose')]
  expect(nextOf(withActs(install, acts))).toMatchObject({ step: 'check', check: { code: 'test_run' } })
})

test('acts laid over twice or out of order are one effect', () => {
  const acts = [...arrived(), act('check', { code: 'greeting' }), act('part', { code: 'AX-SF-016', quantity: 1 })]
  const once = after(...acts)
  expect(after(...acts, ...acts)).toEqual(once)
  expect(after(...[...acts].reverse())).toEqual(once)
  expect(withActs(once, acts)).toEqual(once)
})

test('acts of another visit leave this one alone', () => {
  expect(withActs(visit, [{ ...act('depart'), visit: 'v9' }])).toBe(visit)
})

test('the unit is confirmed by its serial, or found to be another', () => {
  expect(after(act('scan', { serial: ' axr16p24a3071862' })).facts.scanned?.match).toBe(true)
  expect(after(act('scan', { serial: 'OTHER' })).facts.scanned?.match).toBe(false)
  expect(withActs({ ...visit, serial: null }, [act('scan', { serial: 'NEW' })]).facts.scanned?.match).toBeNull()
})

test('the line of stations', () => {
  const safe = after(...arrived(), ...ticks('safety'))
  expect(stationNow(safe)).toBe('scan')
  expect(stationStates(safe)).toEqual(['done', 'done', 'now', 'later', 'later', 'later', 'later'])
  expect(stationStates(after(act('complete')))).toEqual(Array(7).fill('done'))
})

test('covered work costs the customer nothing', () => {
  const parts = [act('part', { code: 'AX-SF-016', quantity: 1 }), act('part', { code: 'AX-OR-014', quantity: 2 })]
  expect(billOf(after(...parts))).toEqual({ full: 228, pays: 0, covered: true })
  const out = after(...parts, act('coverage', { covered: 'out', reason: 'misuse' }))
  expect(billOf(out)).toEqual({ full: 228, pays: 228, covered: false })
})

test('a stop of the day follows the acts too', () => {
  const { id, status, window } = visit
  const stop = { ...visit, id, status, window }
  expect(stopWithActs(stop, arrived()).status).toBe('on_site')
  expect(stopWithActs(stop, [act('complete')]).finished_at).not.toBeNull()
})
