import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { App } from 'antd'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test, vi } from 'vitest'
import type { ClockExplained } from '@/api/tickets'
import { setLanguage } from '@/i18n'
import { withServer } from '@/testing/server'
import { RefusePause } from './refuse'

vi.mock('@/kit/session', () => ({ useMay: () => (verb: string) => verb === may }))

let may = 'clock.judge'
const server = withServer()
const pause = { id: 'p1', accepted: true, rejected_because: '' } as ClockExplained['pauses'][number]
const show = (one = pause) => render(<QueryClientProvider client={new QueryClient()}><App><RefusePause pause={one} clockId="c1" /></App></QueryClientProvider>)

beforeEach(() => {
  setLanguage('zh-CN')
  may = 'clock.judge'
})

test('a pause is refused with a reason, and not without', async () => {
  const told: unknown[] = []
  server.use(http.post('*/api/pauses/p1/reject', async ({ request }) => {
    told.push([new URL(request.url).searchParams.get('clock_id'), await request.json()])
    return HttpResponse.json({ pauses: [] })
  }))
  show()
  const refuse = screen.getByRole('button', { name: /驳回暂停/ })
  expect(refuse).toBeDisabled()
  await userEvent.type(screen.getByLabelText('驳回理由'), '客户没有改约 ')
  await userEvent.click(refuse)
  await waitFor(() => expect(told).toEqual([['c1', { because: '客户没有改约' }]]))
  expect(await screen.findByText('已驳回，这段时间照计')).toBeInTheDocument()
})

test('who may not judge clocks, and who looks at a refused pause, is offered nothing', () => {
  may = 'ticket.see'
  show()
  expect(screen.queryByLabelText('驳回理由')).toBeNull()
  may = 'clock.judge'
  show({ ...pause, rejected_because: '没有证据' })
  expect(screen.queryByLabelText('驳回理由')).toBeNull()
})
