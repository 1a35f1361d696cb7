import { Undo2, X } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from '../basics'
import { words } from '../words'
import css from './undo.module.css'

export interface Undoable {
  what: string
  /** One, or of an act in parts one for each. */
  tokens: readonly string[]
  /** Real milliseconds until which the server accepts the inverse. */
  until: number
}

/** How long the server accepts an inverse. */
export const undoSeconds = 60

let offered: Undoable | null = null
const listeners = new Set<() => void>()

function set(next: Undoable | null): void {
  offered = next
  listeners.forEach((listener) => listener())
}

/** Offer to take back what was just done; the newest act replaces the one before. */
export const offerUndo = (what: string, token: string | readonly string[], seconds = undoSeconds): void =>
  set({ what, tokens: typeof token === 'string' ? [token] : token, until: Date.now() + seconds * 1000 })

export const withdrawUndo = (): void => set(null)

export const currentUndo = (): Undoable | null => offered

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** ◆ What was done, with its countdown. Customers are told only when it has run out. */
export function UndoBar({ onUndo }: { onUndo: (undoable: Undoable) => void }) {
  const undoable = useSyncExternalStore(subscribe, currentUndo)
  return undoable && <Countdown key={undoable.tokens.join()} undoable={undoable} onUndo={onUndo} />
}

function Countdown({ undoable, onUndo }: { undoable: Undoable; onUndo: (undoable: Undoable) => void }) {
  const t = words.useT()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  const left = Math.ceil((undoable.until - now) / 1000)
  useEffect(() => {
    if (left <= 0) withdrawUndo()
  }, [left])
  if (left <= 0) return null
  return (
    <div className={css.bar} role="status">
      <span>{t('undo.done', { what: undoable.what, n: left })}</span>
      <Button size="sm" icon={<Undo2 size={13} />} shortcut="⌘Z" onClick={() => onUndo(undoable)}>{t('undo.undo')}</Button>
      <button type="button" className={css.close} aria-label={t('undo.close')} onClick={withdrawUndo}><X size={14} /></button>
    </div>
  )
}
