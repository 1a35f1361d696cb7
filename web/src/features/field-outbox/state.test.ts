import { expect, test } from 'vitest'
import { byVisit, rowState, syncOf } from './state'
import type { KeptCommand } from './store'

const kept = (seq: number, part: Partial<KeptCommand> = {}): KeptCommand => ({
  id: `c${seq}`,
  seq,
  at: '2026-11-24T02:00:00Z',
  visit: 'v1',
  kind: 'check',
  args: {},
  user: 'chen',
  state: 'kept',
  title: '周慧敏',
  result: null,
  ...part,
})

const line = { online: true, lastAnswer: 1000 }

test('the pill: conflict before network before sending before synced', () => {
  const conflict = kept(1, { state: 'conflict' })
  expect(syncOf([conflict, kept(2)], { ...line, online: false })).toEqual({ state: 'undecided', count: 1 })
  expect(syncOf([kept(1), kept(2)], { ...line, online: false })).toEqual({ state: 'offline', count: 2, since: 1000 })
  expect(syncOf([kept(1), kept(2, { state: 'delivered' })], line)).toEqual({ state: 'sending', count: 1 })
  expect(syncOf([kept(1, { state: 'delivered' })], line)).toEqual({ state: 'synced', at: 1000 })
})

test('two conflicts of one visit are one thing to decide', () => {
  const two = [kept(1, { state: 'conflict' }), kept(2, { state: 'conflict' }), kept(3, { state: 'conflict', visit: 'v2' })]
  expect(syncOf(two, line)).toEqual({ state: 'undecided', count: 2 })
})

test('a waiting row is on the phone without network and queued with it', () => {
  expect(rowState(kept(1), false)).toBe('here')
  expect(rowState(kept(1), true)).toBe('queued')
  expect(rowState(kept(1, { state: 'evidence_only' }), true)).toBe('evidence_only')
})

test('blocks per visit, newest first, rows in device order', () => {
  const blocks = byVisit([kept(3), kept(1), kept(2, { visit: 'v2', title: '林国强', state: 'delivered' })])
  expect(blocks.map((block) => [block.visit, block.rows.map((row) => row.seq), block.waiting])).toEqual([
    ['v1', [1, 3], 2],
    ['v2', [2], 0],
  ])
})
