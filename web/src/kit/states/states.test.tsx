import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Problem } from '@/api/problem'
import { setLanguage } from '@/i18n'
import { Empty, Failure, Loading, LostLink, Read, StaleEdit } from '.'

beforeEach(() => setLanguage('zh-CN'))
afterEach(() => void vi.useRealTimers())

test('skeletons come only after 200 ms', () => {
  vi.useFakeTimers()
  render(<Loading rows={3} />)
  const status = screen.getByRole('status', { name: '读取中' })
  expect(status.childElementCount).toBe(0)
  act(() => void vi.advanceTimersByTime(200))
  expect(status.childElementCount).toBe(3)
})

test('a failure names what is safe and the request to quote, and tries again', async () => {
  const again = vi.fn()
  render(<Failure error={new Problem(500, { code: 'boom', message: '出错了', request_id: 'r-7' })} onRetry={again} />)
  expect(screen.getByRole('alert')).toHaveTextContent('没能读到这些数据出错了已保存的内容都在，没有丢。 请求号 r-7')
  await userEvent.click(screen.getByRole('button', { name: '重试' }))
  expect(again).toHaveBeenCalledOnce()
})

test('what was refused is not offered again', () => {
  for (const status of [400, 403, 404, 409, 422]) {
    render(<Failure error={new Problem(status, { code: 'no', message: '不行' })} onRetry={vi.fn()} />)
  }
  expect(screen.getAllByRole('alert')).toHaveLength(5)
  expect(screen.queryByRole('button')).toBeNull()
})

test.each([0, 429, 503])('after %i it may go', (status) => {
  render(<Failure error={new Problem(status, { code: 'later', message: '稍后' })} onRetry={vi.fn()} />)
  expect(screen.getByRole('button', { name: '重试' })).toBeVisible()
})

test('old data stays while a later reading fails', () => {
  const reading = { data: ['a'], error: new Problem(0, { code: 'unreachable', message: 'x' }), isPending: false }
  render(<Read of={reading}>{(rows) => <p>{rows.length} rows</p>}</Read>)
  expect(screen.getByText('1 rows')).toBeVisible()
  expect(screen.getByRole('alert')).toHaveTextContent('连不上服务器')
})

test('an empty list says why instead of showing nothing', () => {
  render(
    <Read of={{ data: [] as string[], error: null, isPending: false }} empty={[(rows) => rows.length === 0, <Empty key="e">没有要守的了</Empty>]}>
      {() => <p>list</p>}
    </Read>,
  )
  expect(screen.getByRole('status')).toHaveTextContent('没有要守的了')
  expect(screen.queryByText('list')).toBeNull()
})

test('the age of the data when the live link is lost', () => {
  render(<LostLink seconds={12} />)
  expect(screen.getByRole('status')).toHaveTextContent('实时中断，12 秒前的数据')
})

test('a stale edit shows both versions and offers both ways', async () => {
  const mine = vi.fn()
  render(<StaleEdit who="沈望" theirs="新地址" yours="旧地址" onTakeTheirs={vi.fn()} onSaveMine={mine} />)
  expect(screen.getByRole('alert')).toHaveTextContent('沈望 刚改过现在的新地址您写的旧地址')
  await userEvent.click(screen.getByRole('button', { name: '用我的再存' }))
  expect(mine).toHaveBeenCalledOnce()
})
