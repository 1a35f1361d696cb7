import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { App } from 'antd'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test, vi } from 'vitest'
import { undoParts } from '@/api/people'
import { asProblem } from '@/api/problem'
import { setLanguage } from '@/i18n'
import { currentUndo, withdrawUndo } from '@/kit/undo'
import { withServer } from '@/testing/server'
import { PlanDialog } from './plan'

const server = withServer()
const crew = Array.from({ length: 250 }, (_, n) => `e${n}`)

beforeEach(() => {
  setLanguage('zh-CN')
  withdrawUndo()
})

test('the plan of a crew of any size is written in parts and taken back as one', async () => {
  const written: string[][] = []
  server.use(http.post('*/api/people/shifts', async ({ request }) => {
    const { engineer_ids: ids, check } = await request.json() as { engineer_ids: string[]; check: boolean }
    if (!check) written.push(ids)
    return HttpResponse.json({ shifts: ids.length, replaced: 0, engineers: ids.length, outside: [], undo: check ? null : `u${written.length}` })
  }))
  const onDone = vi.fn()
  render(<QueryClientProvider client={new QueryClient()}><App><PlanDialog ids={crew} mode="plan" onClose={vi.fn()} onDone={onDone} /></App></QueryClientProvider>)
  await userEvent.click(screen.getByTestId('plan-go'))
  expect(await screen.findByTestId('plan-effect')).toHaveTextContent('250')
  expect(written).toEqual([])
  await userEvent.click(screen.getByTestId('plan-go'))
  await waitFor(() => expect(onDone).toHaveBeenCalled())
  expect(written.map((ids) => ids.length)).toEqual([100, 100, 50])
  expect(written.flat()).toEqual(crew)
  expect(currentUndo()?.tokens).toEqual(['u1', 'u2', 'u3'])
})

test('each part is taken back by itself, and what was refused is told', async () => {
  const taken: string[] = []
  server.use(http.post('*/api/undo/:token', ({ params }) => {
    const token = String(params['token'])
    taken.push(token)
    if (token === 'u2') return HttpResponse.json({ code: 'error.undo_changed_since', message: '已经有人改过' }, { status: 409 })
    return HttpResponse.json({ kind: 'engineer.shifts', text: '' })
  }))
  const refused = await undoParts(['u1', 'u2', 'u3'])
  expect(taken).toEqual(['u1', 'u2', 'u3'])
  expect(refused.map((error) => asProblem(error).message)).toEqual(['已经有人改过'])
})
