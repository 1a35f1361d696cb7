import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { setLanguage } from '@/i18n'
import { along, Attainment, FigureCard, shares, sparkline } from '.'

test('a trend fills its box and ends at its last value', () => {
  expect(sparkline([1, 3, 2], 100, 20)).toEqual({ path: 'M0.0 20.0L50.0 0.0L100.0 10.0', end: [100, 10], targetY: null })
  expect(sparkline([90, 92], 100, 20, 95)).toMatchObject({ end: [100, 12], targetY: 0 })
  expect(sparkline([5, 5], 10, 20).path).toBe('M0.0 10.0L10.0 10.0')
})

test('shares add up, and nothing is nothing', () => {
  expect(shares([1, 1, 2])).toEqual([25, 25, 50])
  expect(shares([0, 0])).toEqual([0, 0])
})

test('a place on the scale stays on it', () => {
  expect([along(80, 60, 100), along(40, 60, 100), along(120, 60, 100)]).toEqual([50, 0, 100])
})

test('a rate over too few cases says so instead of how it stands', () => {
  setLanguage('zh-CN')
  render(<FigureCard figure={{ name: 'CSAT', value: '4.90', target: '4.75', standing: 'met', enough: false, note: '回收 25%' }} />)
  expect(screen.getByRole('button')).toHaveTextContent('CSAT样本不足4.90 目标 4.75回收 25%')
})

test('attainment marks what is below its target', () => {
  const { container, rerender } = render(<Attainment name="接单" value={81.2} target={95} />)
  expect(container.firstElementChild).toHaveAttribute('data-missed', 'true')
  rerender(<Attainment name="接单" value={95} target={95} />)
  expect(container.firstElementChild).toHaveAttribute('data-missed', 'false')
})
