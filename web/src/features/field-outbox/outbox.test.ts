import 'fake-indexeddb/auto'
import { Blob as NodeBlob } from 'node:buffer'
import { HttpResponse, http } from 'msw'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
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

afterEach(() => void Reflect.deleteProperty(navigator, 'locks'))

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

/** The server's rule for creating requests: one key, one body. */
function oncePerKey(take: (command: FieldCommand) => CommandResult, cut: number) {
  const bodies = new Map<string, string>()
  let asked = 0
  server.use(
    http.post('*/api/field/commands', async ({ request }) => {
      const key = request.headers.get('idempotency-key') ?? ''
      const body = await request.text()
      if ((bodies.get(key) ?? body) !== body) return HttpResponse.json({ code: 'error.idempotency_reused', message: '' }, { status: 409 })
      bodies.set(key, body)
      const results = (JSON.parse(body) as Batch).commands.map(take)
      return asked++ < cut ? HttpResponse.error() : HttpResponse.json({ results })
    }),
  )
}

test('a page reloaded while it was sending: the next page sends what was on its way, and each act has one effect', async () => {
  const box = inbox()
  oncePerKey(box.take, 1)
  for (const kind of ['depart', 'arrive'] as const) await outbox.add({ ...act, kind })
  expect(await outbox.drain(user)).toBe('unreachable')
  const reloaded = new Outbox(outbox.store)
  vi.setSystemTime(Date.now() + 15_000)
  expect(await reloaded.drain(user)).toBe('done')
  vi.useRealTimers()
  expect(box.applied.map((one) => one.seq)).toEqual([1, 2])
  expect(await states()).toEqual(['delivered', 'delivered'])
})

test('two tabs of one phone send one after the other', async () => {
  const box = inbox()
  let held: Promise<unknown> = Promise.resolve()
  const locks = { request: <T>(_name: string, work: () => Promise<T>) => (held = held.then(work)) as Promise<T> }
  Object.defineProperty(navigator, 'locks', { configurable: true, value: locks })
  const sent: number[] = []
  server.use(
    http.post('*/api/field/commands', async ({ request }) => {
      const { commands } = (await request.json()) as Batch
      sent.push(commands.length)
      return HttpResponse.json({ results: commands.map(box.take) })
    }),
  )
  await outbox.add({ ...act, kind: 'depart' })
  const other = new Outbox(outbox.store)
  expect(await Promise.all([outbox.drain(user), other.drain(user)])).toEqual(['done', 'done'])
  expect(sent).toEqual([1])
})

test('a photo the house refuses for good does not hold up what follows', async () => {
  const box = inbox()
  answerWith(box)
  server.use(http.post('*/api/files', () => HttpResponse.json({ code: 'error.file_not_allowed_here', message: '' }, { status: 403 })))
  await outbox.add({ ...act, kind: 'check', args: { code: 'filter' }, photos: { photo: photo() } })
  await outbox.add({ ...act, visit: 'v2', kind: 'depart' })
  expect(await outbox.drain(user)).toBe('done')
  expect(box.applied.map((one) => one.args)).toEqual([{ code: 'filter', photo: null }, {}])
})

test('a photo that found no net stays in front of its act', async () => {
  const box = inbox()
  answerWith(box)
  server.use(http.post('*/api/files', () => HttpResponse.error()))
  await outbox.add({ ...act, kind: 'check', args: { code: 'filter' }, photos: { photo: photo() } })
  expect(await outbox.drain(user)).toBe('unreachable')
  expect([box.applied, await states()]).toEqual([[], ['kept']])
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
  expect(await outbox.page(user, 'today', () => Promise.resolve({ n: 6 }))).toMatchObject({ data: { n: 6 }, fresh: true })
  server.use(http.get('*/api/x', () => HttpResponse.error()))
  const away = () => Promise.reject(new TypeError('offline'))
  expect(await outbox.page(user, 'today', away)).toMatchObject({ data: { n: 6 }, fresh: false })
  await expect(outbox.page(user, 'other', away)).rejects.toThrow('offline')
})

test("what was kept for another person's eyes is dropped", async () => {
  await outbox.page('zhao', 'today', () => Promise.resolve({ n: 6 }))
  await outbox.forgetOthers(user)
  await expect(outbox.page('zhao', 'today', () => Promise.reject(new TypeError('offline')))).rejects.toThrow('offline')
})
