import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { gatherer } from '.'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a burst of changes reads each shown list once', () => {
  const client = new QueryClient()
  const read = vi.spyOn(client, 'invalidateQueries').mockResolvedValue()
  const gather = gatherer(client)
  const change = { position: 1, name: 'TicketTaken', subject_type: 'ticket', subject_id: 'a', case_id: 'c' }
  gather(change)
  gather({ ...change, position: 2 })
  gather({ ...change, position: 3, subject_type: 'unknown' })
  expect(read).not.toHaveBeenCalled()
  vi.advanceTimersByTime(800)
  expect(read.mock.calls.map(([filters]) => filters?.queryKey?.[0])).toEqual(['tickets', 'home', 'ledger', 'notices'])
  gather({ ...change, position: 4, subject_type: 'review' })
  vi.advanceTimersByTime(800)
  expect(read.mock.calls.map(([filters]) => filters?.queryKey?.[0]).slice(4)).toEqual(['reviews', 'ledger', 'notices'])
})
