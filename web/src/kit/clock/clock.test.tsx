import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { setLanguage } from '@/i18n'
import { synchronise } from '../time'
import { ClockChip, type ClockFace, leftOf, lookOf, saidOf, shareOf } from '.'

const now = Date.parse('2026-07-14T06:26:00Z')
const at = (minutes: number) => new Date(now + minutes * 60_000).toISOString()
const face = (over: Partial<ClockFace> = {}): ClockFace => ({
  name: 'contact', state: 'running', due_at: at(60), used_s: 3600, allowed_s: 7200, ...over,
})

beforeEach(() => setLanguage('zh-CN'))

describe('looks', () => {
  test.each([
    [face({ due_at: at(31) }), 'running'],
    [face({ due_at: at(30) }), 'soon'],
    [face({ due_at: at(0) }), 'soon'],
    [face({ due_at: at(-1) }), 'breached'],
    [face({ state: 'breached', due_at: at(-42) }), 'breached'],
    [face({ state: 'paused' }), 'paused'],
    [face({ state: 'kept', due_at: at(-10) }), 'kept'],
    [face({ state: 'cancelled' }), 'waiting'],
  ])('%o', (clock, look) => expect(lookOf(clock, now)).toBe(look))
})

describe('words', () => {
  test.each([
    [face({ due_at: at(42) }), '剩 42 分'],
    [face({ due_at: at(79) }), '剩 1:19'],
    [face({ due_at: at(2 * 1440) }), '剩 2 天'],
    [face({ due_at: at(-18) }), '超 18 分'],
    [face({ state: 'breached', due_at: at(-18), late_s: 300 }), '超 5 分'],
    [face({ state: 'paused', paused_reason: '待件' }), '待件'],
    [face({ state: 'paused' }), '暂停'],
    [face({ state: 'kept' }), '守住'],
  ])('%o', (clock, said) => expect(saidOf(clock, now)).toBe(said))
})

test('the hint says the whole reason of a pause, which the chip may cut', () => {
  setLanguage('en')
  render(<ClockChip clock={face({ state: 'paused', paused_reason: 'Waiting for the customer' })} />)
  expect(screen.getByTitle(/^paused: Waiting for the customer /)).toBeVisible()
})

test('the share moves between readings and stops at the whole', () => {
  expect(shareOf(face(), now)).toBe(0.5)
  expect(shareOf(face(), now + 30 * 60_000)).toBe(0.75)
  expect(shareOf(face({ due_at: at(-500) }), now)).toBe(0.5)
  expect(shareOf(face({ state: 'paused', used_s: 1800 }), now)).toBe(0.25)
  expect(leftOf(face({ due_at: null, state: 'paused' }), now)).toBe(3600)
})

test('the chip says name and rest, and its click does not open the row', async () => {
  synchronise(new Date(now).toISOString(), 0) // it stands: a millisecond later there are 41 minutes left
  const row = vi.fn()
  const proof = vi.fn()
  render(<div onClick={row}><ClockChip clock={face({ due_at: at(42) })} onClick={proof} /></div>)
  const chip = screen.getByRole('button')
  expect(chip.textContent).toBe('首次联系剩 42 分')
  expect(chip.title).toBe('到期 2026/07/14 15:08:00\n已用 1:00 / 2:00')
  await userEvent.click(chip)
  expect(proof).toHaveBeenCalledOnce()
  expect(row).not.toHaveBeenCalled()
})
