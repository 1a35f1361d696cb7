import { expect, test } from 'vitest'
import { alongRoad, currentStation, pieceBefore, share, type StationState } from './line.geometry'

const pieces = (states: StationState[]) => states.map((_, index) => pieceBefore(states, index))

test('the line is ridden up to now and ahead after it', () => {
  expect(pieces(['done', 'done', 'now', 'later', 'later'])).toEqual([null, 'ridden', 'ridden', 'ahead', 'ahead'])
})

test('between two stations the line is half ridden', () => {
  expect(pieces(['done', 'later', 'later'])).toEqual([null, 'half', 'ahead'])
  expect(pieces(['later', 'later'])).toEqual([null, 'ahead'])
})

test('a skipped or failed station was passed all the same', () => {
  expect(pieces(['done', 'skipped', 'failed', 'now'])).toEqual([null, 'ridden', 'ridden', 'ridden'])
  expect(pieceBefore([], 0)).toBeNull()
})

test('where we stand', () => {
  expect(currentStation(['done', 'now', 'later'])).toBe(1)
  expect(currentStation(['done', 'skipped', 'later'])).toBe(2)
  expect(currentStation(['done', 'done'])).toBe(1)
})

test('shares stay between 0 and 1', () => {
  expect([share(2, 6), share(9, 6), share(-1, 6), share(1, 0)]).toEqual([1 / 3, 1, 0, 0])
  expect([alongRoad(3), alongRoad(1.5), alongRoad(0), alongRoad(7)]).toEqual([0, 0.5, 1, 0])
})
