import { useEffect, useSyncExternalStore } from 'react'
import { useT } from './words'

interface Told {
  text: string
  undo?: (() => void) | undefined
}

/** How long an act can be taken back from the toast (mobile.md: 8 s). */
const shownFor = 8000

let told: Told | null = null
const listeners = new Set<() => void>()

function set(next: Told | null): void {
  told = next
  listeners.forEach((listener) => listener())
}

/** Say what just happened, with the way back. */
export const tell = (text: string, undo?: () => void): void => set({ text, undo })

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function Toaster() {
  const t = useT()
  const now = useSyncExternalStore(subscribe, () => told)
  useEffect(() => {
    if (!now) return undefined
    const timer = setTimeout(() => set(null), shownFor)
    return () => clearTimeout(timer)
  }, [now])
  if (!now) return null
  const undo = () => {
    now.undo?.()
    set(null)
  }
  return (
    <div className="toast" role="status">
      <p>{now.text}</p>
      {now.undo && <button onClick={undo}>{t('undo')}</button>}
    </div>
  )
}
