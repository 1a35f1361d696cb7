import { expect, test } from 'vitest'
import type { Stop } from '@/api/field'
import { today } from '@/testing/phone/field'
import { currentStop, lunchBefore, stopState, toClockFacts } from './line'

const at = (id: string): Stop => {
  const found = today.visits.find((stop) => stop.id === id)
  if (!found) throw new Error(id)
  return found
}

test('the stop under way comes before the first that is not over', () => {
  expect(currentStop(today.visits)?.id).toBe('v3')
  const later = today.visits.map((stop) => (stop.id === 'v5' ? { ...stop, status: 'on_site' as const } : stop))
  expect(currentStop(later)?.id).toBe('v5')
  expect(currentStop([at('v1')])).toBeUndefined()
})

test('stations of a day', () => {
  const current = at('v3')
  expect(today.visits.map((stop) => stopState(stop, current))).toEqual(['done', 'done', 'now', 'later', 'later', 'later'])
  expect(stopState({ ...at('v4'), status: 'cannot_complete' }, current)).toBe('failed')
})

test('lunch stands once, before the first stop after it', () => {
  const where = today.visits.filter((stop, index) => lunchBefore(today, stop, today.visits[index - 1]))
  expect(where.map((stop) => stop.id)).toEqual(['v4'])
  expect(lunchBefore({ ...today, shift: null }, at('v4'), at('v3'))).toBe(false)
})

test('a clock is soon in its last third', () => {
  const { clock } = at('v5')
  expect(clock && toClockFacts(clock)).toMatchObject({ left: 3120, soonBelow: 2400 })
})
