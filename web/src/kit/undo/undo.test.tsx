import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { setLanguage } from '@/i18n'
import { offerUndo, UndoBar, withdrawUndo } from '.'

beforeEach(() => {
  vi.useFakeTimers()
  setLanguage('zh-CN')
})
afterEach(() => {
  act(withdrawUndo)
  vi.useRealTimers()
})

test('counts down and goes when the time is over', () => {
  render(<UndoBar onUndo={vi.fn()} />)
  expect(screen.queryByRole('status')).toBeNull()
  act(() => offerUndo('已分派 3 单', 't1'))
  expect(screen.getByRole('status')).toHaveTextContent('已分派 3 单，60 秒内可撤销')
  act(() => void vi.advanceTimersByTime(19_000))
  expect(screen.getByRole('status')).toHaveTextContent('41 秒内可撤销')
  act(() => void vi.advanceTimersByTime(41_000))
  expect(screen.queryByRole('status')).toBeNull()
})

test('hands the token of the newest act to the caller', () => {
  const undo = vi.fn()
  render(<UndoBar onUndo={undo} />)
  act(() => offerUndo('转交', 't1'))
  act(() => offerUndo('合并', 't2'))
  fireEvent.click(screen.getByRole('button', { name: /撤销/ }))
  expect(undo.mock.calls[0]?.[0]).toMatchObject({ what: '合并', tokens: ['t2'] })
})
