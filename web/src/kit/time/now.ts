import { useSyncExternalStore } from 'react'

/** One timer for all chips of the page; a chip shows minutes, so this is often enough. */
const tickMs = 5000

let anchor = { business: Date.now(), real: Date.now(), rate: 1 }
let shown = Date.now()
let timer: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

/** The business clock now (milliseconds). It may run ahead of, or faster than, this machine's. */
export const businessNow = (): number => anchor.business + (Date.now() - anchor.real) * anchor.rate

/** Set the page's clock by the server's: its `now` and how fast business time runs there. */
export function synchronise(now: string, rate = 1): void {
  anchor = { business: Date.parse(now), real: Date.now(), rate }
  tick()
}

function tick(): void {
  shown = businessNow()
  listeners.forEach((listener) => listener())
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  timer ??= setInterval(tick, tickMs)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** Business time in milliseconds; the component renders again as it passes. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => shown)
