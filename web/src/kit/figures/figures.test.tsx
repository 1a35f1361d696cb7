import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { setLanguage } from '@/i18n'
import { along, Attainment, columns, FigureCard, scale, shares, sparkline } from '.'

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

test.each([
  [0, [0, 1]], [3, [0, 1, 2, 3]], [9, [0, 5, 10]], [38, [0, 10, 20, 30, 40]], [150, [0, 50, 100, 150]],
])('a scale up to %s has whole steps', (top, steps) => expect(scale(top)).toEqual(steps))

test('bars and the line stand on one scale, each day in its own strip', () => {
  const { days, path, step } = columns([{ bars: [4, 0], line: 4 }, { bars: [2, 3], line: 3 }], 100, 40)
  expect(step).toBe(50)
  expect(days[0]?.bars.map(({ y, height }) => [y, height])).toEqual([[0, 40], [40, 0]])
  expect(days[1]?.bars.map(({ height }) => height)).toEqual([20, 30])
  expect(path).toBe('M25.0 0.0L75.0 10.0')
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
