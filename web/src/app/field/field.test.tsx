import 'fake-indexeddb/auto'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import type { CommandResult, FieldCommand, FieldVisit } from '@/api/field'
import { Outbox } from '@/features/field-outbox'
import { setLanguage } from '@/i18n'
import { now, today, visit } from '@/testing/phone/field'
import { answering, openAt, personOf } from '@/testing/phone/page'
import { withServer } from '@/testing/server'
import { EngineerApp } from './app'

const server = withServer()
const user = userEvent.setup()
const sent: FieldCommand[] = []

const answer = (judge: (command: FieldCommand) => Partial<CommandResult> = () => ({})) =>
  http.post('*/api/field/commands', async ({ request }) => {
    const { commands } = (await request.json()) as { commands: FieldCommand[] }
    sent.push(...commands)
    const results = commands.map((one) => ({ id: one.id, state: 'applied', reason: null, theirs: [], ...judge(one) }))
    return HttpResponse.json({ results })
  })

const showing = (part: Partial<FieldVisit>) =>
  http.get('*/api/field/visits/:id', ({ params }) => HttpResponse.json({ ...visit, id: params['id'], ...part }))

beforeEach(async () => {
  setLanguage('zh-CN')
  sent.length = 0
  await new Outbox().store.delete()
  server.use(
    answering(personOf('engineer', now)),
    http.get('*/api/field/today', () => HttpResponse.json(today)),
    http.get('*/api/orders/:id/slots', () => HttpResponse.json([])),
    showing({}),
    answer(),
  )
})

const open = (address: string) => openAt(address, <EngineerApp user="chen" />)

test('today is a timetable with one opened stop', async () => {
  open('/field')
  expect(await screen.findByText('密渡桥路 18 号 清水公寓 3 幢 2 单元 1502')).toBeVisible()
  expect(screen.getByText('王建国·空调保养')).toBeVisible()
  expect(screen.getByText('午休 60 分钟')).toBeVisible()
  expect(screen.getByRole('button', { name: '出发' })).toBeVisible()
})

test('setting off is kept and sent; the page goes on to the door', async () => {
  open('/field/visit/v3')
  await user.click(await screen.findByRole('button', { name: '出发' }))
  expect(await screen.findByRole('button', { name: '到了' })).toBeVisible()
  await waitFor(() => expect(sent.map((one) => [one.seq, one.kind, one.visit])).toEqual([[1, 'depart', 'v3']]))
})

test('without network the work goes on and the pill says how much waits', async () => {
  server.use(http.post('*/api/field/commands', () => HttpResponse.error()))
  open('/field/visit/v3')
  await user.click(await screen.findByRole('button', { name: '出发' }))
  await user.click(await screen.findByRole('button', { name: '到了' }))
  expect(await screen.findByText('进门与安全')).toBeVisible()
  expect(await screen.findByText('离线·2')).toBeVisible()
})

test('the dock is the missing check; one that needs a photo cannot be ticked by hand', async () => {
  const facts = { ...visit.facts, arrived_at: now }
  server.use(showing({ status: 'on_site', facts }))
  open('/field/visit/v3')
  await user.click(await screen.findByRole('button', { name: '敲门问好，说明来意' }))
  await user.click(await screen.findByRole('button', { name: '穿工装，亮工牌' }))
  expect(await screen.findByRole('button', { name: '拍：穿鞋套' })).toBeVisible()
  expect(screen.getByRole('checkbox', { name: '穿鞋套' })).toBeDisabled()
  await waitFor(() => expect(sent.map((one) => one.args)).toEqual([{ code: 'greeting' }, { code: 'uniform_badge' }]))
})

test('a call without answer is one attempt and agrees nothing', async () => {
  server.use(showing({ status: 'assigned', contact: { ...visit.contact, relay: null } }))
  open('/field/visit/v3')
  await user.click(await screen.findByRole('button', { name: '打给周慧敏 女士' }))
  expect(screen.queryByRole('button', { name: '记下结果' })).toBeNull()
  await user.click(screen.getByLabelText(/没人接/))
  await user.click(screen.getByRole('button', { name: '记下结果' }))
  await waitFor(() => expect(sent.map((one) => [one.kind, one.args])).toEqual([['call', { result: 'missed' }]]))
})

test('a missing part ends with the return visit filled in', async () => {
  server.use(showing({ status: 'on_site', facts: { ...visit.facts, arrived_at: now } }))
  open('/field/visit/v3/cannot')
  await user.click(await screen.findByLabelText('缺件'))
  expect(screen.getByRole('button', { name: '选缺哪个件' })).toBeVisible()
  await user.click(screen.getByLabelText(/水流量传感器/))
  expect(screen.getByText('还是你')).toBeVisible()
  await user.click(screen.getByRole('button', { name: '提交，去下一单' }))
  await waitFor(() => expect(sent.map((one) => one.args)).toEqual([{ reason: 'part_missing', parts: ['AX-SF-016'], note: '' }]))
  expect(window.location.pathname).toBe('/field')
})

test('a conflict shows both truths and what is kept', async () => {
  const theirs = [{ at: '2026-11-24T02:20:00Z', text: '改派给 赵磊' }]
  server.use(answer(() => ({ state: 'conflict', theirs, reason: { code: 'order.reassigned', params: {}, text: '这一单换了人' } })))
  open('/field/visit/v3')
  await user.click(await screen.findByRole('button', { name: '出发' }))
  await user.click(await screen.findByText('1 处待定'))
  await user.click(await screen.findByRole('button', { name: '去看这 1 处' }))
  expect(await screen.findByText('改派给 赵磊')).toBeVisible()
  expect(screen.getByText('这一单换了人')).toBeVisible()
  expect(screen.getByText(/照片、时间、位置都保留/)).toBeVisible()
})
