import { act, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { businessNow, synchronise, useNow } from '.'

beforeEach(() => void vi.useFakeTimers({ now: Date.parse('2026-11-22T00:00:00Z') }))
afterEach(() => void vi.useRealTimers())

test('business time starts at the server and runs at its rate', () => {
  synchronise('2026-07-14T06:26:00Z', 60)
  vi.advanceTimersByTime(1000)
  expect(new Date(businessNow()).toISOString()).toBe('2026-07-14T06:27:00.000Z')
})

test('one timer serves every component and stops with the last', () => {
  const Minute = () => <i>{new Date(useNow()).toISOString().slice(11, 19)}</i>
  synchronise('2026-07-14T06:26:00Z')
  const { unmount } = render(<><Minute /><Minute /></>)
  expect(vi.getTimerCount()).toBe(1)
  act(() => void vi.advanceTimersByTime(5000))
  expect(screen.getAllByText('06:26:05')).toHaveLength(2)
  unmount()
  expect(vi.getTimerCount()).toBe(0)
})
