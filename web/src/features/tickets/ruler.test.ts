import { expect, test } from 'vitest'
import { boxOf, frameOf, placeOf, ticksOf } from './ruler'

const hour = 3_600_000
const at = (iso: string) => Date.parse(iso)

test('the frame holds everything with air, on whole hours', () => {
  expect(frameOf([at('2026-07-13T01:12:00Z'), at('2026-07-13T05:00:00Z')])).toEqual({
    from: at('2026-07-13T00:00:00Z'), to: at('2026-07-13T06:00:00Z'),
  })
})

test('moments and spans stand in percent, cut at the edges', () => {
  const frame = { from: 0, to: 10 * hour }
  expect(placeOf(5 * hour, frame)).toBe(50)
  expect(placeOf(-hour, frame)).toBe(0)
  expect(boxOf({ from: 2 * hour, to: 4 * hour }, frame)).toEqual({ left: 20, width: 20 })
  expect(boxOf({ from: 8 * hour, to: 40 * hour }, frame)).toEqual({ left: 80, width: 20 })
})

test('ticks fall on round hours of the site, not of UTC', () => {
  const frame = { from: at('2026-07-13T00:00:00Z'), to: at('2026-07-15T09:00:00Z') }
  const ticks = ticksOf(frame, 8 * hour)
  expect(ticks.map((tick) => ((tick + 8 * hour) / hour) % 4)).toEqual(ticks.map(() => 0))
  expect(new Date(ticks[0] ?? 0).toISOString()).toBe('2026-07-13T00:00:00.000Z')
  expect(ticks).toHaveLength(15)
})
