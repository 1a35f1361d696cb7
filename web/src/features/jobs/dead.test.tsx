import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { App } from 'antd'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test, vi } from 'vitest'
import { setLanguage } from '@/i18n'
import { withServer } from '@/testing/server'
import { DeadJobs } from './dead'

const url = vi.hoisted(() => ({ state: {} as Record<string, string>, change: vi.fn() }))
vi.mock('@/kit/url', () => ({ useUrlState: () => url }))

const server = withServer()
const job = (id: string, task = 'send') => ({
  id, task, name: task === 'send' ? '发送短信或邮件' : '归档已关闭的单', attempts: 8, max_attempts: 8, cause: '对方没有连上或没有应答',
  error: 'builtins.TimeoutError at socket.py:3', died_at: '2026-07-14T04:02:00Z',
})
const kind = (task: string, count: number) => ({ task, name: job('', task).name, count, last_at: '2026-07-14T04:02:00Z' })

/** What is asked of the server, and the two lists it answers with. */
function serve(rows: ReturnType<typeof job>[], kinds: ReturnType<typeof kind>[]) {
  const asked: string[] = []
  server.use(
    http.get('*/api/jobs/dead', ({ request }) => {
      asked.push(new URL(request.url).searchParams.get('task') ?? '')
      return HttpResponse.json({ items: rows, next: null, count: rows.length, count_exact: true })
    }),
    http.get('*/api/jobs/dead/kinds', () => HttpResponse.json(kinds)),
    http.post('*/api/jobs/:id/revive', async ({ params, request }) => {
      const body = await request.text()
      asked.push(`revive ${String(params['id'])} ${body}`)
      return HttpResponse.json({ revived: body === '{}' ? 1 : 2 })
    }),
  )
  return asked
}

/** The question that is asked, and yes. */
async function agree(question: string) {
  const dialog = await screen.findByRole('dialog')
  expect(dialog).toHaveTextContent(question)
  await userEvent.click(within(dialog).getByText('重新执行'))
}

const show = () => render(<QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}><App><DeadJobs /></App></QueryClientProvider>)

beforeEach(() => {
  setLanguage('zh-CN')
  url.state = {}
  url.change.mockClear()
})

test('a dead job is told in words and runs again after a question', async () => {
  const asked = serve([job('j1'), job('j2', 'archive')], [kind('send', 1), kind('archive', 1)])
  show()
  expect(await screen.findByText('发送短信或邮件')).toBeInTheDocument()
  expect(screen.getAllByText(/对方没有连上或没有应答/)[0]).toHaveTextContent('builtins.TimeoutError at socket.py:3')
  expect(screen.getAllByText('8/8 次')).toHaveLength(2)
  expect(screen.queryByTestId('revive-all')).toBeNull()
  await userEvent.click(within(screen.getAllByRole('row')[1] as HTMLElement).getByTestId('revive'))
  expect(asked).toEqual([''])
  await agree('原因修好了吗？这项任务会马上重新执行。')
  await waitFor(() => expect(asked).toEqual(['', 'revive j1 {}', '']))
  expect(await screen.findByText('1 项重新执行')).toBeInTheDocument()
})

test('a kind chosen in the address is asked for, and all of it can run again', async () => {
  url.state = { tab: 'jobs', task: 'send' }
  const asked = serve([job('j1'), job('j2')], [kind('send', 2), kind('archive', 1)])
  show()
  await userEvent.click(await screen.findByTestId('revive-all'))
  await agree('原因修好了吗？“发送短信或邮件”的 2 项会马上重新执行。')
  await waitFor(() => expect(asked.slice(0, 2)).toEqual(['send', 'revive dead {"task":"send"}']))
})

test('no dead job, and a list that cannot be read, say so', async () => {
  serve([], [])
  show()
  expect(await screen.findByText('没有停下的任务。失败了的还在自己重试。')).toBeInTheDocument()
  expect(screen.queryByTestId('revive-all')).toBeNull()
  server.use(http.get('*/api/jobs/dead', () => HttpResponse.json({ code: 'error.unavailable', message: '稍后再试' }, { status: 503 })))
  show()
  expect(await screen.findByRole('alert')).toHaveTextContent('稍后再试')
})
