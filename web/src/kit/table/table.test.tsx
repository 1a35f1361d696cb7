import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { setLanguage } from '@/i18n'
import { type Column, Table } from '.'

interface Row { id: string; name: string; group?: string }
const rows: Row[] = [{ id: '1', name: '郭海燕', group: '已超时' }, { id: '2', name: '吕志华' }]
const columns: Column<Row>[] = [{ key: 'name', title: '客户', cell: (row) => row.name, sort: 'customer' }]
const table = (over: object) => <Table columns={columns} rows={rows} rowKey={(row) => row.id} {...over} />

test('selecting a row does not open it', async () => {
  setLanguage('zh-CN')
  const [select, open] = [vi.fn(), vi.fn()]
  render(table({ selected: new Set(['2']), onSelect: select, onOpen: open }))
  const [all, firstRow] = screen.getAllByRole('checkbox')
  await userEvent.click(firstRow as HTMLElement)
  expect(select.mock.calls[0]?.[0]).toEqual(new Set(['2', '1']))
  await userEvent.click(all as HTMLElement)
  expect(select.mock.calls[1]?.[0]).toEqual(new Set(['1', '2']))
  expect(open).not.toHaveBeenCalled()
  await userEvent.click(screen.getByText('吕志华'))
  expect(open.mock.calls[0]?.[0]).toBe(rows[1])
})

test('the header sorts and says so', async () => {
  const sort = vi.fn()
  const view = render(table({ sort: 'customer', onSort: sort }))
  expect(screen.getByRole('columnheader')).toHaveAttribute('aria-sort', 'ascending')
  await userEvent.click(within(screen.getByRole('columnheader')).getByRole('button'))
  expect(sort).toHaveBeenCalledWith('-customer')
  view.rerender(table({ sort: '-customer', onSort: sort }))
  expect(screen.getByRole('columnheader')).toHaveAttribute('aria-sort', 'descending')
})

test('groups begin with their title', () => {
  render(table({ group: (row: Row) => row.group }))
  expect(screen.getAllByRole('row').map((row) => row.textContent)).toEqual(['客户', '已超时', '郭海燕', '吕志华'])
})
