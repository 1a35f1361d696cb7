import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test, vi } from 'vitest'
import type { RequestAnswer, Tracking } from '@/api/portal'
import { setLanguage } from '@/i18n'
import { anonymous, answering, openAt } from '@/testing/phone/page'
import { now, rating, slots, tracking, unit } from '@/testing/phone/portal'
import { withServer } from '@/testing/server'
import { PortalApp } from './app'

const server = withServer()
const user = userEvent.setup()

const track = (part: Partial<Tracking> = {}) =>
  http.get('*/api/portal/track/link', () => HttpResponse.json({ ...tracking, ...part }))

beforeEach(() => {
  localStorage.clear()
  setLanguage('zh-CN')
  server.use(
    answering(anonymous(now)),
    http.get('*/api/qr/code', () => HttpResponse.json(unit)),
    http.get('*/api/portal/track/link/slots', () => HttpResponse.json(slots)),
    track(),
  )
})

/** Takes requests; the answers and what was sent. */
function takeRequests(answer: Partial<RequestAnswer> = {}) {
  const sent: { key: string | null; body: Record<string, unknown> }[] = []
  server.use(
    http.post('*/api/portal/requests', async ({ request }) => {
      sent.push({ key: request.headers.get('idempotency-key'), body: (await request.json()) as Record<string, unknown> })
      return HttpResponse.json({ ticket_number: '261123-0186', tracking_url: '/t/link', joined: false, safety_card: null, ...answer })
    }),
  )
  return sent
}

async function fillIn() {
  await user.type(await screen.findByLabelText('怎么称呼您'), '周慧敏')
  await user.type(screen.getByLabelText('手机号，收进度用'), '138 5710 6630')
  await user.type(screen.getByLabelText('上门地址'), '密渡桥路18号清水公寓')
  await user.click(screen.getByRole('checkbox'))
}

test('the code shows the unit and its cover before any question', async () => {
  openAt('/q/code', <PortalApp />)
  const cover = await screen.findByText('在保修期内，上门和配件都不收钱')
  const question = screen.getByText('需要什么帮忙？')
  expect(cover.compareDocumentPosition(question)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  expect(screen.getByText(/序列号尾号 1862/)).toBeVisible()
})

test('the room of the desk is joined without the meeting house learning the link', async () => {
  server.use(track({ video_url: 'https://meet.example.com/abc' }))
  openAt('/t/link', <PortalApp />)
  const join = await screen.findByRole('link', { name: '进入视频' })
  expect(join).toHaveAttribute('href', 'https://meet.example.com/abc')
  expect(join).toHaveAttribute('rel', 'noopener noreferrer')
})

test('an unknown code says so', async () => {
  server.use(
    http.get('*/api/demo/start', () => HttpResponse.json({ code: 'error.not_found', message: '' }, { status: 404 })),
    http.get('*/api/qr/worn', () => HttpResponse.json({ code: 'error.not_found', message: '' }, { status: 404 })),
  )
  openAt('/q/worn', <PortalApp />)
  expect(await screen.findByText('这个码我们不认识')).toBeVisible()
})

test('from symptom to request: the dock is the missing thing, the draft is kept, sent once it is gone', async () => {
  const sent = takeRequests()
  server.use(track({ may: { ...tracking.may, book: true } }))
  openAt('/q/code/what', <PortalApp />)
  await user.click(await screen.findByLabelText('忽冷忽热'))
  await user.click(screen.getByRole('button', { name: '下一步，留电话' }))
  await user.click(await screen.findByRole('button', { name: '填一下称呼' }))
  expect(screen.getByRole('alert')).toHaveTextContent('填一下称呼')
  expect(sent).toEqual([])
  await fillIn()
  expect(localStorage.getItem('anxin.request.code')).toContain('周慧敏')
  await user.click(screen.getByRole('button', { name: '交给安心' }))
  expect(await screen.findByText('哪个时间家里有人？')).toBeVisible()
  expect(sent[0]?.body).toMatchObject({ qr_token: 'code', symptom: 'unstable_temp', phone: '13857106630', order_type: 'repair' })
  expect(sent[0]?.key).toMatch(/^[0-9a-f-]{36}$/)
  expect(localStorage.getItem('anxin.request.code')).toBeNull()
})

test('a request that failed keeps its words and its key', async () => {
  server.use(http.post('*/api/portal/requests', () => HttpResponse.error()))
  openAt('/q/code/who', <PortalApp />)
  await fillIn()
  await user.click(screen.getByRole('button', { name: '交给安心' }))
  expect(await screen.findByText('连不上服务器')).toBeVisible()
  const kept = JSON.parse(localStorage.getItem('anxin.request.code') ?? '{}') as { key: string }
  const sent = takeRequests({ joined: true, tracking_url: '' })
  await user.click(screen.getByRole('button', { name: '再试一次' }))
  expect(await screen.findByText('这件事已经在办了，刚才说的也加进去了')).toBeVisible()
  expect(sent.map((one) => one.key)).toEqual([kept.key])
})

test('a danger in the words replaces the page', async () => {
  const steps = [{ title: '关燃气阀', detail: '' }]
  takeRequests({ safety_card: { danger: 'gas', title: '先保安全', steps, call: '4008001234' } })
  openAt('/q/code/who', <PortalApp />)
  await fillIn()
  await user.click(screen.getByRole('button', { name: '交给安心' }))
  expect(await screen.findByText('我们的值班同事已经知道了')).toBeVisible()
  expect(screen.getByRole('link', { name: '到屋外了，打安全专线' })).toHaveAttribute('href', 'tel:4008001234')
  expect(screen.queryByLabelText('怎么称呼您')).toBeNull()
})

test('a danger chosen by hand shows its acts without the network', async () => {
  openAt('/q/code/danger', <PortalApp />)
  await user.click(await screen.findByLabelText('触电、麻手、漏电跳闸'))
  expect(screen.getByText('手干、脚下干，才断总闸')).toBeVisible()
})

test('a window is held while it is chosen, then booked by its hold', async () => {
  const asked: unknown[] = []
  server.use(
    track({ may: { ...tracking.may, book: true } }),
    http.post('*/api/portal/track/link/hold', async ({ request }) => {
      asked.push(await request.json())
      return HttpResponse.json({ hold: 'h1', expires_at: '2026-11-23T11:50:40Z' }, { status: 201 })
    }),
    http.post('*/api/portal/track/link/book', async ({ request }) => {
      asked.push(await request.json())
      return HttpResponse.json({ window: tracking.window })
    }),
  )
  openAt('/t/link/time', <PortalApp />)
  await user.click(await screen.findByLabelText(/15:00–16:30/))
  expect(await screen.findByText(/这个时间替您留着，还有 9 分/)).toBeVisible()
  await user.click(screen.getByRole('button', { name: '就这个时间' }))
  expect(await screen.findByText('约好了：明天 周二 11-24 15:00–16:30')).toBeVisible()
  expect(asked).toEqual([{ slot: 's2' }, { hold: 'h1' }])
})

test('tracking: the answer to when, the station, who comes', async () => {
  openAt('/t/link', <PortalApp />)
  expect(await screen.findByRole('heading', { level: 1 })).toHaveTextContent('明天 10:30–12:00 到')
  expect(screen.getByText('第 4 站，共 7 站：上门，现在')).toBeInTheDocument()
  expect(screen.getByText(/燃气具安装维修证 已核验/)).toBeVisible()
  expect(screen.getByRole('link', { name: '打给陈志远师傅' })).toHaveAttribute('href', 'tel:057112345678')
})

test('pressing says beforehand who hears it, and is counted', async () => {
  server.use(http.post('*/api/portal/track/link/press', () => HttpResponse.json({ presses: 1, told: '已告诉网点' })))
  openAt('/t/link', <PortalApp />)
  await user.click(await screen.findByRole('button', { name: '催一下' }))
  const sheet = screen.getByRole('dialog')
  expect(sheet).toHaveTextContent('第 2 次告诉网点负责人')
  await user.click(within(sheet).getByRole('button', { name: '现在催' }))
  expect(await screen.findByText('已记下，第 1 次。已告诉网点')).toBeVisible()
})

test('a link that is over says what to do', async () => {
  server.use(http.get('*/api/portal/track/old', () => HttpResponse.json({ code: 'error.not_found', message: '' }, { status: 404 })))
  openAt('/t/old', <PortalApp />)
  expect(await screen.findByText('这个链接已经失效')).toBeVisible()
})

test('not solved is sent alone and opens the case again', async () => {
  const sent: unknown[] = []
  server.use(
    http.get('*/api/portal/rate/link', () => HttpResponse.json(rating)),
    http.post('*/api/portal/rate/link', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ solved: false, reopened: true, ticket_number: '261123-0186' })
    }),
  )
  openAt('/r/link', <PortalApp />)
  expect((await screen.findAllByRole('radio')).map((radio) => (radio as HTMLInputElement).checked)).toEqual([false, false, false])
  await user.click(screen.getByLabelText(/没解决/))
  await user.click(screen.getByRole('button', { name: '交给安心' }))
  expect(await screen.findByText('对不起，让您又操心了')).toBeVisible()
  expect(screen.getByText('单号 261123-0186')).toBeVisible()
  expect(sent).toEqual([{ solved: false, csat: null, paid: null, comment: '' }])
})

test('solved: satisfied, then what was paid', async () => {
  const sent: unknown[] = []
  server.use(
    http.get('*/api/portal/rate/link', () => HttpResponse.json(rating)),
    http.post('*/api/portal/rate/link', async ({ request }) => {
      sent.push(await request.json())
      return HttpResponse.json({ solved: true, reopened: false, ticket_number: '261123-0186' })
    }),
  )
  openAt('/r/link', <PortalApp />)
  await user.click(await screen.findByLabelText(/好了/))
  await user.click(screen.getByRole('button', { name: '下一个' }))
  expect(screen.getByRole('button', { name: '选一个表情' })).toBeVisible()
  await user.click(screen.getByLabelText('满意'))
  await user.click(screen.getByRole('button', { name: '准时' }))
  await user.click(screen.getByLabelText('没付钱'))
  await user.click(screen.getByRole('button', { name: '交给安心' }))
  expect(await screen.findByText('谢谢您，收到了')).toBeVisible()
  expect(sent).toEqual([{ solved: true, csat: 4, paid: '0', comment: '准时' }])
})

/** Takes what is attached to a case: files in order, then the message that names them. */
function takeFiles(fail = 0) {
  const keys: (string | null)[] = []
  const said: unknown[] = []
  server.use(
    http.post('*/api/portal/track/link/files', ({ request }) => {
      keys.push(request.headers.get('idempotency-key'))
      if (keys.length <= fail) return HttpResponse.error()
      return HttpResponse.json({ id: `f${keys.length - fail}`, name: 'a.jpg', mime: 'image/jpeg', size: 1 }, { status: 201 })
    }),
    http.post('*/api/portal/track/link/message', async ({ request }) => {
      said.push(await request.json())
      return HttpResponse.json(tracking)
    }),
  )
  return { keys, said }
}

const picture = (name: string) => new File(['jpg'], name, { type: 'image/jpeg' })

beforeEach(() => {
  URL.createObjectURL = () => 'blob:photo'
  URL.revokeObjectURL = () => undefined
  vi.stubGlobal('createImageBitmap', () => Promise.reject(new Error('no pictures here')))
})

test('photos are seen, taken away again, and sent after the request; a lost one is sent again under its key', async () => {
  const sent = takeRequests()
  const { keys, said } = takeFiles(1)
  openAt('/q/code/what', <PortalApp />)
  await user.upload(await screen.findByLabelText('加照片'), [picture('1.jpg'), picture('2.jpg'), picture('3.jpg')])
  await user.click(await screen.findByRole('button', { name: '去掉照片 2' }))
  await user.click(screen.getByRole('button', { name: '下一步，留电话' }))
  await screen.findByLabelText('怎么称呼您')
  await fillIn()
  await user.click(screen.getByRole('button', { name: '交给安心' }))
  await user.click(await screen.findByRole('button', { name: '再传一次' }))
  expect(await screen.findByText(/10:30–12:00/)).toBeVisible()
  expect(sent[0]?.body).toMatchObject({ text: '请看照片或听语音', symptom: null })
  expect([keys.length, new Set(keys).size]).toEqual([3, 2])
  expect(said).toEqual([{ text: '照片 2 张', files: ['f1', 'f2'] }])
})

test('a question is a question: no address, no time, no repair', async () => {
  const sent = takeRequests()
  openAt('/q/code', <PortalApp />)
  await user.click(await screen.findByRole('button', { name: /先问一问/ }))
  await user.click(await screen.findByRole('button', { name: '先写下想问的' }))
  await user.type(screen.getByLabelText('用您的话说一说'), '水温怎么调')
  await user.click(screen.getByRole('button', { name: '下一步，留电话' }))
  expect(screen.queryByLabelText('上门地址')).toBeNull()
  await user.type(await screen.findByLabelText('怎么称呼您'), '周慧敏')
  await user.type(screen.getByLabelText('手机号，收进度用'), '13857106630')
  await user.click(screen.getByRole('checkbox'))
  await user.click(screen.getByRole('button', { name: '交给安心' }))
  expect(await screen.findByText(/10:30–12:00/)).toBeVisible()
  expect(sent[0]?.body).toMatchObject({ order_type: 'question', text: '水温怎么调', symptom: null, address: '' })
})

test('the front page lists the demo codes, and only in a demo', async () => {
  server.use(http.get('*/api/demo/start', () => HttpResponse.json({ units: [{ model: 'AX-1', name: '空调', category: 'ac', qr_path: '/q/x' }], planned: 1, done: 1, complete: true })))
  openAt('/portal', <PortalApp />)
  expect(await screen.findByRole('link', { name: /空调/ })).toHaveAttribute('href', '/q/x')
})
