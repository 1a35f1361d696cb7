import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { setLanguage } from '@/i18n'
import { synchronise } from '../time'
import { StageLine, StageMini, stopAt } from '.'

test('seven stops, evenly spaced, inside 66 pixels', () => {
  expect(stopAt(0)).toBe(5)
  expect(stopAt(6)).toBeCloseTo(61)
  expect(stopAt(2) - stopAt(1)).toBeCloseTo(56 / 6)
})

test('the mini line says its stage in both languages', () => {
  setLanguage('zh-CN')
  const { container, rerender } = render(<StageMini index={1} late />)
  expect(screen.getByText('响应')).toBeVisible()
  expect(container.firstElementChild).toHaveAttribute('data-late', 'true')
  setLanguage('en')
  rerender(<StageMini index={3} />)
  expect(screen.getByText('Visit')).toBeVisible()
})

test('the full line marks where the case stands', () => {
  setLanguage('zh-CN')
  synchronise('2026-07-14T06:26:00Z')
  render(
    <StageLine
      stops={[
        { code: 'reported', state: 'done', at: '2026-07-13T01:12:00Z' },
        { code: 'visit', state: 'current', note: '二次上门待约' },
        { code: 'repair', state: 'ahead' },
      ]}
    />,
  )
  const [reported, here, ahead] = screen.getAllByRole('listitem')
  expect(reported).toHaveTextContent('报修昨 09:12')
  expect(here).toHaveAttribute('aria-current', 'step')
  expect(here).toHaveTextContent('上门二次上门待约')
  expect(ahead).toHaveTextContent('维修—')
})
