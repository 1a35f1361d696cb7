import { expect, test } from 'vitest'
import type { ClockFace } from '@/kit/clock'
import { dotsOf, groupOf, windowOf } from './strip'

const now = Date.parse('2026-07-14T06:26:00Z')
const clock = (minutes: number, state: ClockFace['state'] = 'running'): ClockFace => ({
  name: 'contact', state, due_at: new Date(now + minutes * 60_000).toISOString(), used_s: 0, allowed_s: 7200,
})

test('the window begins at the half hour before and spans five and a half hours', () => {
  const { from, to } = windowOf(now)
  expect(new Date(from).toISOString()).toBe('2026-07-14T05:30:00.000Z')
  expect(to - from).toBe(5.5 * 3_600_000)
})

test('what is due together is stacked; paused, unknown and far clocks are left out', () => {
  const rows = [
    { id: 'a', clock: clock(94) }, { id: 'b', clock: clock(94) }, { id: 'late', clock: clock(-300) },
    { id: 'paused', clock: clock(20, 'paused') }, { id: 'far', clock: clock(600) }, { id: 'none', clock: null },
  ]
  expect(dotsOf(rows, now).map(({ id, look, stack }) => [id, look, stack])).toEqual([
    ['a', 'running', 0], ['b', 'running', 1], ['late', 'breached', 0],
  ])
})

test('a place holds four dots', () => {
  const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, clock: clock(94) }))
  expect(dotsOf(rows, now).map(({ stack }) => stack)).toEqual([0, 1, 2, 3])
})

test.each([
  [-1, 'breached'], [30, 'soon'], [31, 'hours'], [120, 'hours'], [121, 'later'],
] as const)('%i minutes left is %s', (minutes, group) => expect(groupOf(clock(minutes), now)).toBe(group))

test('paused and missing clocks have their own groups', () => {
  expect(groupOf(clock(5, 'paused'), now)).toBe('paused')
  expect(groupOf(null, now)).toBe('none')
})
