import { expect, test } from 'vitest'
import type { ReportFigure } from '@/api/insight'
import { figuresOf, standingOf, written } from './report'

test.each([
  ['percent', 94.23, '94.2%'], ['count', 1284, '1,284'], ['percent', null, '—'],
] as const)('%s %s is written %s', (unit, value, said) => expect(written(unit, value)).toBe(said))

test.each([
  [true, 95.1, 95, 'met'], [false, 94, 95, 'near'], [false, 80, 95, 'missed'], [false, 2000, 1400, 'missed'], [null, 4, 5, undefined], [false, null, 95, undefined],
] as const)('good %s, %s against %s is %s', (good, value, target, standing) => expect(standingOf({ good, value, target })).toBe(standing))

test('five figures lead, in the report\'s order, and what is missing is left out', () => {
  const figure = (code: string): ReportFigure => ({ code, name: code, unit: 'percent', value: 1, target: null, n: 1, enough: true, good: null, change: null, trend: [] })
  const node = { org_id: 'o', parent_id: null, kind: 'centre', name: '杭州', partner: false, ages: [0, 0, 0, 0], figures: ['opened', 'csat', 'backlog', 'clocks_kept'].map(figure) }
  expect(figuresOf(node).map(({ code }) => code)).toEqual(['clocks_kept', 'backlog', 'csat'])
})
