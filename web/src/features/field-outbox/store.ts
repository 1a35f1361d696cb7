import Dexie, { type Table } from 'dexie'
import type { CommandResult, FieldCommand } from '@/api/field'

/** Where a kept act stands. `kept` covers 在手机 and 排队: which of the two depends only on the network. */
export type KeptState = 'kept' | 'delivered' | 'conflict' | 'evidence_only'

/** An act as the phone keeps it; the row stays after delivery so that the engineer can see what was sent. */
export interface KeptCommand extends FieldCommand {
  user: string
  state: KeptState
  /** The visit's title, so that the outbox reads without the network. */
  title: string
  result: CommandResult | null
}

/** A photo or signature as bytes (some phones lose Blobs in IndexedDB); `file` is its id on the server once uploaded. */
export interface KeptPhoto {
  id: string
  visit: string
  name: string
  bytes: ArrayBuffer
  type: string
  file: string | null
}

/** The last answer of the server to a read, for use without the network. */
export interface KeptPage {
  key: string
  at: number
  data: unknown
}

interface Counter {
  name: string
  value: number | string
}

/** Everything the phone keeps: acts, photos, pages. Nothing is deleted before it was delivered. */
export class FieldStore extends Dexie {
  commands!: Table<KeptCommand, string>
  photos!: Table<KeptPhoto, string>
  pages!: Table<KeptPage, string>
  counters!: Table<Counter, string>

  constructor(name = 'anxin-field') {
    super(name)
    this.version(1).stores({
      commands: 'id, seq, visit, state',
      photos: 'id, visit',
      pages: 'key',
      counters: 'name',
    })
  }

  /** This device's own name, made once. */
  async device(): Promise<string> {
    return this.transaction('rw', this.counters, async () => {
      const kept = await this.counters.get('device')
      if (kept) return String(kept.value)
      const value = crypto.randomUUID()
      await this.counters.add({ name: 'device', value })
      return value
    })
  }

  /** Keep an act under the device's next number. */
  async keep(act: Omit<KeptCommand, 'seq' | 'state' | 'result'>): Promise<KeptCommand> {
    return this.transaction('rw', this.counters, this.commands, async () => {
      const last = await this.counters.get('seq')
      const seq = Number(last?.value ?? 0) + 1
      const kept: KeptCommand = { ...act, seq, state: 'kept', result: null }
      await this.counters.put({ name: 'seq', value: seq })
      await this.commands.add(kept)
      return kept
    })
  }
}
