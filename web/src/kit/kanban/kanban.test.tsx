import { render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { ageStep, KanbanCard, KanbanHead } from '.'

test.each([
  [29, 60, 0], [30, 60, 1], [47, 60, 1], [48, 60, 2], [59, 60, 2], [60, 60, 3], [5, 0, 0],
] as const)('%i of %i minutes is step %i', (age, standard, step) => expect(ageStep(age * 60, standard * 60)).toBe(step))

test('the card shows who, how old, what, and what blocks it', () => {
  render(
    <KanbanCard
      onOpen={vi.fn()}
      card={{
        id: '1', customer: '赵立新', tier: 'silver', subject: '空调外机不启动', age_s: 2 * 86400, standard_s: 3600,
        clock: null, owner: '马骏', presses: 1, blocked: '压缩机电容',
      }}
    />,
  )
  const card = screen.getByRole('article')
  expect(card).toHaveAttribute('data-step', '3')
  expect(card.querySelector('footer')).toHaveTextContent('压缩机电容')
  expect(screen.getByRole('button')).toHaveTextContent('赵立新')
})

test('a column over its limit says so', () => {
  const { container, rerender } = render(<KanbanHead title="接单" count={9} limit={8} medianLabel="" overLabel="超限" />)
  expect(container.firstElementChild).toHaveTextContent('接单 9 / 8超限')
  rerender(<KanbanHead title="接单" count={8} limit={8} medianLabel="" overLabel="超限" />)
  expect(container.firstElementChild).toHaveTextContent('接单 8 / 8')
  expect(screen.queryByText('超限')).toBeNull()
})
