import { expect, test } from 'vitest'
import { argsOf, asks } from './ask'

test('a pause goes with its evidence, other acts as they were filled', () => {
  expect(argsOf('pause', { reason: 'waiting_part', kind: 'part_order', ref: 'PO-88213' })).toEqual({
    reason: 'waiting_part', evidence: [{ kind: 'part_order', ref: 'PO-88213' }],
  })
  expect(argsOf('solve', { how: 'remote' })).toEqual({ how: 'remote' })
})

test('acts without questions are done at once', () => {
  expect(['solve', 'pause', 'split', 'reopen'].every(asks)).toBe(true)
  expect(['press', 'close', 'take'].some(asks)).toBe(false)
})
