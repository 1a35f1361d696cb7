import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { type Bindings, rebind, useKeys } from '.'

function Keys({ on }: { on: Bindings }) {
  useKeys(on)
  return <input aria-label="text" />
}

beforeEach(() => localStorage.clear())

test('letters act, but not while writing; the palette and Esc always do', async () => {
  const [next, palette, close] = [vi.fn(), vi.fn(), vi.fn()]
  const { getByLabelText } = render(<Keys on={{ j: next, 'mod+k': palette, Escape: close }} />)
  await userEvent.keyboard('j')
  expect(next).toHaveBeenCalledOnce()
  await userEvent.type(getByLabelText('text'), 'jj')
  expect(next).toHaveBeenCalledOnce()
  await userEvent.keyboard('{Control>}k{/Control}{Escape}')
  expect(palette).toHaveBeenCalledOnce()
  expect(close).toHaveBeenCalledOnce()
})

test('G then H is one path; H alone is another', async () => {
  const [home, snooze] = [vi.fn(), vi.fn()]
  render(<Keys on={{ 'g h': home, h: snooze }} />)
  await userEvent.keyboard('gh')
  expect([home.mock.calls.length, snooze.mock.calls.length]).toEqual([1, 0])
  await userEvent.keyboard('h')
  expect([home.mock.calls.length, snooze.mock.calls.length]).toEqual([1, 1])
})

test('the newest layer wins and gives the key back', async () => {
  const [list, dialog] = [vi.fn(), vi.fn()]
  const view = render(<><Keys on={{ j: list }} /><Keys on={{ j: dialog }} /></>)
  await userEvent.keyboard('j')
  view.rerender(<Keys on={{ j: list }} />)
  await userEvent.keyboard('j')
  expect([list.mock.calls.length, dialog.mock.calls.length]).toEqual([1, 1])
})

test('a key can be bound differently and back', async () => {
  const next = vi.fn()
  render(<Keys on={{ j: next }} />)
  rebind('j', 'n')
  await userEvent.keyboard('j')
  expect(next).not.toHaveBeenCalled()
  await userEvent.keyboard('n')
  expect(next).toHaveBeenCalledOnce()
  rebind('j', 'j')
  await userEvent.keyboard('j')
  expect(next).toHaveBeenCalledTimes(2)
})

test('nothing happens while an input method composes', () => {
  const next = vi.fn()
  render(<Keys on={{ j: next }} />)
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', isComposing: true, bubbles: true }))
  expect(next).not.toHaveBeenCalled()
})
