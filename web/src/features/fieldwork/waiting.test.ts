import { expect, test } from 'vitest'
import type { OrderRow } from '@/api/fieldwork'
import { byPromise, dueDay } from './waiting'

const now = Date.parse('2026-07-14T06:00:00Z')
const order = (id: string, target_at: string | null, opened_at = '2026-07-14T00:00:00Z') => ({ id, opened_at, clock: target_at === null ? null : { target_at } }) as OrderRow

test.each([
  ['2026-07-14T05:59:59Z', 'late'], ['2026-07-14T15:59:00Z', 'today'], ['2026-07-14T16:00:00Z', 'tomorrow'], ['2026-07-15T16:00:00Z', 'later'], [null, 'later'],
] as const)('due %s is %s, by the days of the place', (at, day) => expect(dueDay(order('1', at), now)).toBe(day))

test('the earliest promise comes first, then what waits longest', () => {
  const rows = [order('none-new', null, '2026-07-14T05:00:00Z'), order('b', '2026-07-14T09:00:00Z'), order('none-old', null), order('a', '2026-07-14T08:00:00Z')]
  expect(byPromise(rows).map(({ id }) => id)).toEqual(['a', 'b', 'none-old', 'none-new'])
})
