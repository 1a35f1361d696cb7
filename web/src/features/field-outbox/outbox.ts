import { type CommandKind, type CommandResult, type FieldCommand, sendCommands, uploadPhoto } from '@/api/field'
import { asProblem } from '@/api/problem'
import { businessNow } from '@/kit/time'
import { answered, toSend } from './state'
import { FieldStore, type KeptCommand } from './store'

/** Acts sent in one request. */
const batch = 20

export interface Act {
  user: string
  visit: string
  title: string
  kind: CommandKind
  args?: Record<string, unknown>
  /** Argument name → photo; kept with the act, uploaded before it is sent. */
  photos?: Record<string, Blob>
}

/** Whole seconds of business time, as the server wants moments. */
export const moment = (ms = businessNow()): string => `${new Date(ms).toISOString().slice(0, 19)}Z`

/** An argument that stands for a photo until its file's id is known. */
const photoRef = (id: string) => ({ photo: id })
const isPhotoRef = (value: unknown): value is { photo: string } =>
  typeof value === 'object' && value !== null && 'photo' in value

/** What a drain did: everything delivered, nobody there, or the server refused the batch. */
export type Drained = 'done' | 'unreachable' | 'refused'

/** One tab of the phone sends at a time; the others wait, and a tab that closes or reloads lets go by itself. */
const alone = async (send: () => Promise<Drained>): Promise<Drained> =>
  'locks' in navigator ? navigator.locks.request('anxin-outbox', send) : send()

/** The house will not take this photo however often it is sent; without a net or a log-in it may later. */
function refusedForGood(error: unknown): boolean {
  const { status, refusal } = asProblem(error)
  const byTheHouse = !refusal.code.startsWith('http_')
  return byTheHouse && [400, 403, 404, 409, 413, 422].includes(status)
}

/**
 * Acts of this phone: stored first, then sent in device order. One instance per page. That a sending is under way is
 * kept nowhere, so a page that is reloaded in the middle simply sends again; the server takes each act once.
 */
export class Outbox {
  private running: Promise<Drained> | null = null

  constructor(readonly store: FieldStore = new FieldStore()) {}

  /** Keep an act; from now on it cannot be lost. */
  async add({ user, visit, title, kind, args = {}, photos = {} }: Act): Promise<KeptCommand> {
    const refs = await Promise.all(
      Object.entries(photos).map(async ([name, blob]) => [name, photoRef(await this.keepPhoto(visit, name, blob))] as const),
    )
    const all = { ...args, ...Object.fromEntries(refs) }
    return this.store.keep({ id: crypto.randomUUID(), at: moment(), user, visit, title, kind, args: all })
  }

  private async keepPhoto(visit: string, name: string, blob: Blob): Promise<string> {
    const id = crypto.randomUUID()
    const ending = blob.type === 'image/png' ? 'png' : 'jpg'
    await this.store.photos.add({ id, visit, name: `${name}.${ending}`, bytes: await blob.arrayBuffer(), type: blob.type, file: null })
    return id
  }

  /** Send what waits, once at a time; a second call joins the first. */
  drain(user: string): Promise<Drained> {
    this.running ??= alone(() => this.sendAll(user)).finally(() => {
      this.running = null
    })
    return this.running
  }

  private async sendAll(user: string): Promise<Drained> {
    const device = await this.store.device()
    for (;;) {
      const waiting = toSend(await this.store.commands.toArray(), user).slice(0, batch)
      if (waiting.length === 0) return 'done'
      const outcome = await this.sendBatch(device, waiting)
      if (outcome !== 'done') return outcome
    }
  }

  private async sendBatch(device: string, waiting: KeptCommand[]): Promise<Drained> {
    try {
      const commands = []
      for (const one of waiting) commands.push(await this.ready(one))
      const { results } = await sendCommands(device, moment(), commands)
      const known = await this.record(results)
      return known > 0 ? 'done' : 'refused'
    } catch (error) {
      return asProblem(error).status === 0 ? 'unreachable' : 'refused'
    }
  }

  /** The act as the server wants it: its photos uploaded, their files' ids in the arguments. */
  private async ready({ id, seq, at, visit, kind, args }: KeptCommand): Promise<FieldCommand> {
    const filled: Record<string, unknown> = {}
    for (const [name, value] of Object.entries(args)) {
      filled[name] = isPhotoRef(value) ? await this.upload(value.photo) : value
    }
    return { id, seq, at, visit, kind, args: filled }
  }

  private async upload(id: string): Promise<string | null> {
    const photo = await this.store.photos.get(id)
    if (!photo) return null
    if (photo.file) return photo.file
    const blob = new Blob([photo.bytes], { type: photo.type })
    const file = await uploadPhoto(photo.id, blob, photo.name, photo.visit).catch((error: unknown) => {
      // The act goes without it and comes back undecided: one photo must not hold up all that follow.
      if (refusedForGood(error)) return null
      throw error
    })
    if (file) await this.store.photos.update(id, { file: file.id })
    return file?.id ?? null
  }

  /** Keep the server's answers; the number that belong to acts of this phone. */
  async record(results: readonly CommandResult[]): Promise<number> {
    return this.store.transaction('rw', this.store.commands, async () => {
      let known = 0
      for (const result of results) {
        const kept = await this.store.commands.get(result.id)
        if (!kept) continue
        known += 1
        await this.store.commands.put(answered(kept, result))
      }
      return known
    })
  }

  /** Ask again about undecided acts: the server answers a known id with its present state. */
  async askAgain(): Promise<void> {
    await this.store.commands.where('state').equals('conflict').modify({ state: 'kept' })
  }

  /** A read of this person with the phone's memory behind it: the server's answer, else the last one kept. */
  async page<T>(user: string, name: string, read: () => Promise<T>): Promise<{ data: T; at: number; fresh: boolean }> {
    const key = `${user}/${name}`
    try {
      const data = await read()
      const at = businessNow()
      await this.store.pages.put({ key, at, data })
      return { data, at, fresh: true }
    } catch (error) {
      const kept = asProblem(error).status === 0 ? await this.store.pages.get(key) : undefined
      if (!kept) throw error
      return { data: kept.data as T, at: kept.at, fresh: false }
    }
  }

  /** Drop what this phone was told for anybody else: who works on it now may not read that. */
  async forgetOthers(user: string): Promise<void> {
    await this.store.pages.filter(({ key }) => !key.startsWith(`${user}/`)).delete()
  }
}
