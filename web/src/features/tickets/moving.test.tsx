import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { App } from 'antd'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test, vi } from 'vitest'
import type { Move, TicketRow } from '@/api/tickets'
import { setLanguage } from '@/i18n'
import { currentUndo, withdrawUndo } from '@/kit/undo'
import { withServer } from '@/testing/server'
import { MoveDialog, needsForm, useMover } from './moving'
import { StaleAct } from './stale'

const server = withServer()
const card = {
  id: 't1', version: 7, number: '260714-0001', customer: { id: 'c', name: '周敏', tier: 'gold', priority: true, elderly: false }, stage: { code: 'response', name: '', index: 1, since: null, late: false },
  org: { id: 'o', name: '杭州' }, assignee: null, status: 'open', updated_at: '2026-07-14T06:00:00Z',
} as unknown as TicketRow
const move = (stage: string, act: Move['act'], missing: string[] = []): Move => ({
  stage, act, full: false, why: act ? null : '还差这些', missing: missing.map((name) => ({ check: name, name, of_order: true })),
})

function Mover() {
  const run = useMover()
  return <button type="button" onClick={() => run({ card, move: move('dispatch', 'take') })}>go</button>
}

const show = (node: React.ReactNode) => render(<QueryClientProvider client={new QueryClient()}><App>{node}</App></QueryClientProvider>)

beforeEach(() => {
  setLanguage('zh-CN')
  withdrawUndo()
})

test('the keys show every stage: what it does, or what is missing', async () => {
  server.use(http.get('*/api/tickets/t1/moves', () => HttpResponse.json([move('dispatch', 'take'), move('visit', null, ['已派工', '已联系'])])))
  const onMove = vi.fn()
  show(<MoveDialog card={card} onMove={onMove} onClose={vi.fn()} />)
  expect(await screen.findByTestId('move-visit')).toBeDisabled()
  expect(screen.getByTestId('move-visit')).toHaveTextContent('已派工 · 已联系')
  await userEvent.click(screen.getByTestId('move-dispatch'))
  expect(onMove).toHaveBeenCalledWith(expect.objectContaining({ act: 'take' }))
})

test('a drop does the act on the version seen and offers to take it back', async () => {
  const seen: (string | null)[] = []
  server.use(http.post('*/api/tickets/t1/take', ({ request }) => {
    seen.push(request.headers.get('if-match'))
    return HttpResponse.json({ id: 't1', version: 8, undo: { token: 'u1', seconds: 60 } })
  }))
  show(<Mover />)
  await userEvent.click(screen.getByText('go'))
  await waitFor(() => expect(currentUndo()?.tokens).toEqual(['u1']))
  expect(seen).toEqual(['"7"'])
})

test('who was overtaken sees both and decides; doing it anyway names the new version', async () => {
  const seen: (string | null)[] = []
  const theirs = { ...card, version: 9, assignee: { id: 'x', name: '李静' } }
  server.use(http.post('*/api/tickets/t1/take', ({ request }) => {
    seen.push(request.headers.get('if-match'))
    if (seen.length > 1) return HttpResponse.json({ id: 't1', version: 10, undo: null })
    return HttpResponse.json({ code: 'error.stale', message: '已被改动', current: theirs }, { status: 412 })
  }))
  show(<><Mover /><StaleAct /></>)
  await userEvent.click(screen.getByText('go'))
  expect(await screen.findByText('李静')).toBeInTheDocument()
  await userEvent.click(screen.getByText('按现在的情况照做'))
  await waitFor(() => expect(seen).toEqual(['"7"', '"9"']))
})

test('what must be told first opens its form', () => {
  expect((['take', 'visit', 'solve', 'close', 'reopen'] as const).map((act) => needsForm(move('x', act)))).toEqual([false, true, true, false, true])
})
