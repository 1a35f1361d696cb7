import { expect, test } from 'vitest'
import { step } from './walk'

const board = [{ cards: [{ id: 'a' }, { id: 'b' }] }, { cards: [] }, { cards: [{ id: 'c' }] }]

test.each([
  [undefined, 0, 1, 'a'], ['a', 0, 1, 'b'], ['b', 0, 1, 'b'], ['b', 1, 0, 'c'], ['c', -1, 0, 'a'], ['a', -1, 0, 'a'], ['gone', 1, 0, 'a'],
] as const)('from %s by %i, %i to %s', (now, across, down, to) => expect(step(board, now, across, down)).toBe(to))

test('an empty board has no card', () => expect(step([], undefined, 1, 0)).toBeUndefined())
