import 'fake-indexeddb/auto'
import { Blob as NodeBlob } from 'node:buffer'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import type { CommandResult, FieldCommand } from '@/api/field'
import { withServer } from '@/testing/server'
import { Outbox } from './outbox'
import { FieldStore } from './store'

const server = withServer()
const user = 'chen'
const act = { user, visit: 'v1', title: '周慧敏' } as const

/** The server's inbox: once per id, remembered in the order it was told. */
function inbox() {
  const applied: FieldCommand[] = []
  const seen = new Map<string, CommandResult>()
  const take = (command: FieldCommand): CommandResult => {
    const known = seen.get(command.id)
    if (known) return known
    applied.push(command)
    const result: CommandResult = { id: command.id, state: 'applied', reason: null, theirs: [] }
    seen.set(command.id, result)
    return result
  }
  return { applied, seen, take }
}

type Batch = { device: string; commands: FieldCommand[] }

/** Answer batches; `lose` of them are applied but their answer never arrives. */
function answerWith(box: ReturnType<typeof inbox>, lose = 0, turn: (r: CommandResult[]) => CommandResult[] = (r) => r) {
  let lost = 0
  server.use(
    http.post('*/api/field/commands', async ({ request }) => {
      const { commands } = (await request.json()) as Batch
      const results = commands.map(box.take)
      if (lost++ < lose) return HttpResponse.error()
      return HttpResponse.json({ results: turn(results) })
    }),
  )
}

/** jsdom's own Blob cannot give its bytes. */
const photo = () => new NodeBlob(['jpg'], { type: 'image/jpeg' }) as unknown as Blob

let outbox: Outbox
let count = 0
beforeEach(() => {
  count += 1
  outbox = new Outbox(new FieldStore(`test-${count}`))
})

const states = async () => (await outbox.store.commands.orderBy('seq').toArray()).map((one) => one.state)

test('taps are numbered in the order of the device, also when they come at once', async () => {
  await Promise.all(['depart', 'arrive', 'scan'].map((kind) => outbox.add({ ...act, kind: kind as 'depart' })))
  const kept = await outbox.store.commands.orderBy('seq').toArray()
  expect(kept.map((one) => one.seq)).toEqual([1, 2, 3])
})

test('sent in device order, and only once', async () => {
  const box = inbox()
  answerWith(box)
  await outbox.add({ ...act, kind: 'depart' })
  await outbox.add({ ...act, kind: 'arrive', args: { accuracy: 9 } })
  expect(await outbox.drain(user)).toBe('done')
  expect(await outbox.drain(user)).toBe('done')
  expect(box.applied.map((one) => [one.seq, one.kind])).toEqual([[1, 'depart'], [2, 'arrive']])
  expect(await states()).toEqual(['delivered', 'delivered'])
})

test('replayed twice with answers out of order, each act has one effect', async () => {
  const box = inbox()
  answerWith(box, 2, (results) => [...results].reverse())
  for (const kind of ['depart', 'arrive', 'scan', 'check'] as const) await outbox.add({ ...act, kind })
  expect(await outbox.drain(user)).toBe('unreachable')
  expect(await outbox.drain(user)).toBe('unreachable')
  expect(await states()).toEqual(['kept', 'kept', 'kept', 'kept'])
  expect(await outbox.drain(user)).toBe('done')
  expect(box.applied.map((one) => one.seq)).toEqual([1, 2, 3, 4])
  expect(await states()).toEqual(['delivered', 'delivered', 'delivered', 'delivered'])
})

test('a late answer cannot take back a delivery', async () => {
  answerWith(inbox())
  const { id } = await outbox.add({ ...act, kind: 'depart' })
  await outbox.drain(user)
  await outbox.record([{ id, state: 'conflict', reason: null, theirs: [] }])
  expect(await states()).toEqual(['delivered'])
})

test('a batch refused by the server keeps everything on the phone', async () => {
  server.use(http.post('*/api/field/commands', () => HttpResponse.json({ code: 'x', message: 'x' }, { status: 500 })))
  await outbox.add({ ...act, kind: 'depart' })
  expect(await outbox.drain(user)).toBe('refused')
  expect(await states()).toEqual(['kept'])
})

test('a conflict stops nothing else; asking again takes the present state', async () => {
  const box = inbox()
  answerWith(box)
  const mine = await outbox.add({ ...act, kind: 'arrive' })
  await outbox.add({ ...act, visit: 'v2', kind: 'depart' })
  box.seen.set(mine.id, { id: mine.id, state: 'conflict', reason: { code: 'reassigned', params: {}, text: '改派' }, theirs: [] })
  await outbox.drain(user)
  expect(await states()).toEqual(['conflict', 'delivered'])
  box.seen.set(mine.id, { id: mine.id, state: 'evidence_only', reason: null, theirs: [] })
  await outbox.askAgain()
  await outbox.drain(user)
  expect(await states()).toEqual(['evidence_only', 'delivered'])
})

test('a photo is uploaded once, before the act that needs it', async () => {
  const box = inbox()
  const uploads: (string | null)[] = []
  server.use(
    http.post('*/api/files', ({ request }) => {
      uploads.push(request.headers.get('idempotency-key'))
      return HttpResponse.json({ id: 'file-1', name: 'photo.jpg', mime: 'image/jpeg', size: 3 })
    }),
  )
  answerWith(box, 1)
  await outbox.add({ ...act, kind: 'check', args: { code: 'filter' }, photos: { photo: photo() } })
  await outbox.drain(user)
  await outbox.drain(user)
  const [kept] = await outbox.store.photos.toArray()
  expect(uploads).toEqual([kept?.id])
  expect(box.applied.map((one) => one.args)).toEqual([{ code: 'filter', photo: 'file-1' }])
})

test("another person's acts on the same phone wait for that person", async () => {
  const box = inbox()
  answerWith(box)
  await outbox.add({ ...act, user: 'zhao', kind: 'depart' })
  expect(await outbox.drain(user)).toBe('done')
  expect([box.applied.length, ...(await states())]).toEqual([0, 'kept'])
})

test('pages are read from the phone without network, and only then', async () => {
  expect(await outbox.page('today', () => Promise.resolve({ n: 6 }))).toMatchObject({ data: { n: 6 }, fresh: true })
  server.use(http.get('*/api/x', () => HttpResponse.error()))
  const away = () => Promise.reject(new TypeError('offline'))
  expect(await outbox.page('today', away)).toMatchObject({ data: { n: 6 }, fresh: false })
  await expect(outbox.page('other', away)).rejects.toThrow('offline')
})
