import { expect, test } from 'vitest'
import type { ReportRow } from '@/api/insight'
import { standingOf, treeRows, written } from './report'

test.each([
  ['clocks_kept', 0.942, '94.2%'], ['csat', 4.7, '4.70'], ['backlog', 1284, '1,284'], ['csat', null, '—'],
] as const)('%s %s is written %s', (code, value, said) => expect(written(code, value)).toBe(said))

test.each([
  ['clocks_kept', 0.95, 0.95, 'met'], ['clocks_kept', 0.94, 0.95, 'near'], ['clocks_kept', 0.8, 0.95, 'missed'],
  ['backlog', 1284, 1400, 'met'], ['backlog', 1450, 1400, 'near'], ['backlog', 2000, 1400, 'missed'], ['csat', null, 4.75, undefined],
] as const)('%s %s against %s is %s', (code, value, target, standing) => expect(standingOf(code, value, target)).toBe(standing))

const row = (id: string, parent: string | null): ReportRow => ({
  org: { id, name: id, kind: 'centre', partner: false, parent }, completed: 0, backlog: 0, ages: [], figures: {},
})

test('the tree is walked from the top, and what is folded is left out', () => {
  const rows = [row('outlet', 'centre'), row('centre', 'region'), row('region', null), row('other', 'unseen parent')]
  expect(treeRows(rows, new Set()).map(({ org, depth, children }) => [org.id, depth, children])).toEqual([
    ['region', 0, 1], ['centre', 1, 1], ['outlet', 2, 0], ['other', 0, 0],
  ])
  expect(treeRows(rows, new Set(['centre'])).map(({ org }) => org.id)).toEqual(['region', 'centre', 'other'])
})
