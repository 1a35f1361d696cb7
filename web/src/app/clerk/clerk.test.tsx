import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import { setLanguage } from '@/i18n'
import { Toaster } from '@/kit/light'
import { candidates, desk, slots } from '@/testing/phone/clerk'
import { now } from '@/testing/phone/field'
import { answering, openAt, personOf } from '@/testing/phone/page'
import { withServer } from '@/testing/server'
import { useSession } from '@/kit/session'
import { ClerkApp } from './app'

const server = withServer()
const user = userEvent.setup()
const sent: { act: string; version: string | null; body: unknown }[] = []

/** The desk behind its log-in. */
function Desk() {
  const { data } = useSession()
  return data ? <><ClerkApp /><Toaster /></> : null
}

beforeEach(() => {
  setLanguage('zh-CN')
  sent.length = 0
  server.use(
    answering(personOf('clerk', now)),
    http.get('*/api/clerk/desk', () => HttpResponse.json(desk)),
    http.get('*/api/orders/:id/candidates', () => HttpResponse.json(candidates)),
    http.get('*/api/orders/:id/slots', () => HttpResponse.json(slots)),
    http.post('*/api/orders/:id/:act', async ({ request, params }) => {
      sent.push({ act: `${String(params['id'])}/${String(params['act'])}`, version: request.headers.get('if-match'), body: await request.json() })
      return HttpResponse.json({ id: params['id'], version: 2, status: 'accepted' })
    }),
  )
})

test('the heaps stand as figures, the first waiting one is open', async () => {
  openAt('/field/clerk', <Desk />)
  expect(await screen.findByText('热水器 E1 点不着火')).toBeVisible()
  expect(screen.getByRole('tab', { name: /待接/ })).toHaveAttribute('aria-selected', 'true')
  expect(screen.getByRole('tab', { name: /待件/ })).toHaveTextContent('4')
})

test('accepting names the version it was made on', async () => {
  openAt('/field/clerk', <Desk />)
  await user.click((await screen.findAllByRole('button', { name: '接单' }))[0] as HTMLElement)
  await waitFor(() => expect(sent).toEqual([{ act: 'a1/accept', version: '"1"', body: {} }]))
})

test('an order somebody else took says so', async () => {
  server.use(http.post('*/api/orders/a1/accept', () => HttpResponse.json({ code: 'stale', message: '刚被别人接了' }, { status: 412 })))
  openAt('/field/clerk', <Desk />)
  await user.click((await screen.findAllByRole('button', { name: '接单' }))[0] as HTMLElement)
  expect(await screen.findByText('刚被别人接了')).toBeVisible()
})

test('returning needs its reason', async () => {
  openAt('/field/clerk', <Desk />)
  await user.click((await screen.findAllByRole('button', { name: '退回' }))[0] as HTMLElement)
  const sheet = screen.getByRole('dialog')
  expect(within(sheet).queryByRole('button', { name: '退回这一单' })).toBeNull()
  await user.click(within(sheet).getByLabelText('没有持证的人'))
  await user.click(within(sheet).getByRole('button', { name: '退回这一单' }))
  await waitFor(() => expect(sent).toEqual([{ act: 'a1/return', version: '"1"', body: { reason: 'no_certificate', note: '' } }]))
})

test('who cannot go says why: the law is locked, an own rule needs a reason', async () => {
  openAt('/field/clerk/b1/assign', <Desk />)
  expect(await screen.findByText('燃气证 11-20 到期。法定，不能越过')).toBeVisible()
  expect(screen.getAllByLabelText('法定，不能越过')).toHaveLength(2)
  await user.click(screen.getByRole('button', { name: '仍要派' }))
  const sheet = screen.getByRole('dialog')
  expect(within(sheet).queryByRole('button', { name: '派给李想' })).toBeNull()
  await user.type(within(sheet).getByLabelText('说明'), '师傅带着去')
  await user.click(within(sheet).getByRole('button', { name: '派给李想' }))
  await waitFor(() => expect(sent).toEqual([{ act: 'b1/assign', version: '"1"', body: { engineer: 'e6', overrule: '师傅带着去' } }]))
})

test('assigning the best candidate', async () => {
  openAt('/field/clerk/b1/assign', <Desk />)
  await user.click(await screen.findByLabelText(/陈志远/))
  await user.click(screen.getByRole('button', { name: '派给陈志远' }))
  await waitFor(() => expect(sent.map((one) => one.body)).toEqual([{ engineer: 'e1', overrule: null }]))
  expect(window.location.pathname).toBe('/field/clerk')
})

test('re-booking asks why and keeps the first promise in sight', async () => {
  openAt('/field/clerk/c1/book', <Desk />)
  expect(await screen.findByText(/原承诺 今天 15:00–16:30 仍记在兑现率里/)).toBeVisible()
  await user.click(screen.getByLabelText('客户要改'))
  await user.click(await screen.findByLabelText(/周四 11-26 09:00–10:30/))
  await user.click(screen.getByRole('button', { name: '改到周四 11-26 09:00' }))
  const body = { start: slots[0]?.start, end: slots[0]?.end, reason: 'customer_request' }
  await waitFor(() => expect(sent).toEqual([{ act: 'c1/agree', version: '"1"', body }]))
})

test('money says what it waits for and what frees it', async () => {
  openAt('/field/clerk/money', <Desk />)
  expect(await screen.findByText('¥390.00')).toBeVisible()
  expect(screen.getByText('怎么放款：说明或补拍')).toBeVisible()
})
