import { expect, test } from 'vitest'
import type { ReportFigure } from '@/api/insight'
import { daysOf } from './daily'
import { changeOf, figuresOf, standingOf, written } from './report'

test.each([
  ['percent', 94.23, '94.2%'], ['count', 1284, '1,284'], ['percent', null, '—'],
] as const)('%s %s is written %s', (unit, value, said) => expect(written(unit, value)).toBe(said))

test.each([
  [true, 95.1, 95, 'met'], [false, 94, 95, 'near'], [false, 80, 95, 'missed'], [false, 2000, 1400, 'missed'], [null, 4, 5, undefined], [false, null, 95, undefined],
] as const)('good %s, %s against %s is %s', (good, value, target, standing) => expect(standingOf({ good, value, target })).toBe(standing))

test('five figures lead, in the report\'s order, and what is missing is left out', () => {
  const figure = (code: string): ReportFigure => ({ code, name: code, unit: 'percent', value: 1, target: null, n: 1, enough: true, good: null, before: null, change: null, trend: [] })
  const node = { org_id: 'o', parent_id: null, kind: 'centre', name: '杭州', partner: false, ages: [0, 0, 0, 0], figures: ['opened', 'csat', 'backlog', 'clocks_kept'].map(figure) }
  expect(figuresOf(node).map(({ code }) => code)).toEqual(['clocks_kept', 'backlog', 'csat'])
})

test.each([
  ['percent', -0.64, '−0.6'], ['count', 12, '+12'], ['percent', 0, '±0.0'], ['percent', null, undefined],
] as const)('a change of %s %s is written %s', (unit, change, said) => expect(changeOf({ unit, change })).toBe(said))

test('the days of the chart are the trends side by side, from the first day on', () => {
  const figure = (code: string, trend: number[]): ReportFigure => ({ code, name: code, unit: 'count', value: 1, target: null, n: 1, enough: true, good: null, before: null, change: null, trend })
  const node = { org_id: 'o', parent_id: null, kind: 'centre', name: '杭州', partner: false, ages: [0, 0, 0, 0], figures: [figure('opened', [3, 1]), figure('closed', [0, 2]), figure('backlog', [3, 2])] }
  expect(daysOf(node, '2026-02-28')).toEqual([{ day: '2026-02-28', opened: 3, closed: 0, backlog: 3 }, { day: '2026-03-01', opened: 1, closed: 2, backlog: 2 }])
})
