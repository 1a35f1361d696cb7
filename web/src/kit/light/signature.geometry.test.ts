import { expect, test } from 'vitest'
import { shrunk } from './picture'
import { extend, inkLength, leastInk, strokePath } from './signature.geometry'

test('the tremble of a resting pen adds nothing', () => {
  expect(extend([[10, 10]], [11, 11])).toEqual([[10, 10]])
  expect(extend([[10, 10]], [12, 10])).toEqual([[10, 10], [12, 10]])
  expect(extend([], [3, 4])).toEqual([[3, 4]])
})

test('a stroke is a curve through the middles of its segments', () => {
  expect(strokePath([])).toBe('')
  expect(strokePath([[5, 6]])).toBe('M5 6h0.01')
  expect(strokePath([[0, 0], [10, 0]])).toBe('M0 0L10 0')
  expect(strokePath([[0, 0], [10, 0], [10, 10]])).toBe('M0 0Q10 0 10 5L10 10')
})

test('ink is the length of all strokes', () => {
  expect(inkLength([[[0, 0], [3, 4]], [[1, 1], [1, 11]]])).toBe(15)
  expect(inkLength([[[9, 9]]])).toBe(0)
  expect(inkLength([[[0, 0], [leastInk, 0]]])).toBe(leastInk)
})

test('photos are shrunk to their longest side and never enlarged', () => {
  expect(shrunk(4000, 3000)).toEqual([1600, 1200])
  expect(shrunk(3000, 4000)).toEqual([1200, 1600])
  expect(shrunk(800, 600)).toEqual([800, 600])
})
