import { liveQuery } from 'dexie'
import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react'
import { businessNow } from '@/kit/time'
import type { Act, Outbox } from './outbox'
import type { KeptCommand } from './store'
import { type Sync, syncOf } from './state'

/** How often the outbox tries again by itself, in ms. */
const retryEvery = 15_000

export interface FieldLine {
  outbox: Outbox
  user: string
  online: boolean
  lastAnswer: number | null
  commands: readonly KeptCommand[]
  /** Keep an act and begin to send it. */
  act: (act: Omit<Act, 'user'>) => Promise<void>
  /** Send what waits now. */
  send: () => Promise<void>
}

const Line = createContext<FieldLine | null>(null)
export const FieldLineProvider = Line.Provider

export function useFieldLine(): FieldLine {
  const line = useContext(Line)
  if (!line) throw new Error('useFieldLine is for pages below FieldLineProvider')
  return line
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}

/** Whether the phone itself says it has a network. */
const useNetwork = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine)

/** The rows of the store, again after every change. */
function useCommands(outbox: Outbox): readonly KeptCommand[] {
  const [commands, setCommands] = useState<readonly KeptCommand[]>([])
  useEffect(() => {
    const watching = liveQuery(() => outbox.store.commands.toArray()).subscribe(setCommands)
    return () => watching.unsubscribe()
  }, [outbox])
  return commands
}

/** The line of one engineer's phone to the house: kept acts, network, sending. */
export function useNewFieldLine(user: string, outbox: Outbox): FieldLine {
  const network = useNetwork()
  const commands = useCommands(outbox)
  const [reached, setReached] = useState<{ ok: boolean; at: number | null }>({ ok: true, at: null })
  const send = async () => {
    const outcome = await outbox.drain(user)
    const ok = outcome !== 'unreachable'
    setReached((before) => ({ ok, at: ok ? businessNow() : before.at }))
  }
  useEffect(() => {
    const attempt = () => void send()
    attempt()
    const timer = setInterval(attempt, retryEvery)
    window.addEventListener('online', attempt)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', attempt)
    }
    // `send` closes over nothing but these two.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [user, outbox])
  const act = async (one: Omit<Act, 'user'>) => {
    await outbox.add({ ...one, user })
    void send()
  }
  return { outbox, user, commands, act, send, online: network && reached.ok, lastAnswer: reached.at }
}

export function useSync(): Sync {
  const { commands, online, lastAnswer } = useFieldLine()
  return syncOf(commands, { online, lastAnswer })
}
