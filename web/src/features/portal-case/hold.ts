import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Held, holdSlot, type Slot } from '@/api/portal'
import { businessNow } from '@/kit/time'

/** Whole seconds until a held window is given away; 0 once it is. */
export const secondsLeft = (expiresAt: string, now: number): number =>
  Math.max(0, Math.floor((Date.parse(expiresAt) - now) / 1000))

export interface HeldSlot {
  slot: Slot
  /** Null while the server is asked. */
  held: Held | null
}

/** Choose a slot: it is held for this customer at once; choosing another lets the first go. */
export function useHold(token: string) {
  const [choice, setChoice] = useState<HeldSlot | null>(null)
  const holding = useMutation({
    mutationFn: (slot: Slot) => holdSlot(token, slot.id),
    onSuccess: (held, slot) => setChoice((now) => (now?.slot.id === slot.id ? { slot, held } : now)),
    onError: () => setChoice(null),
  })
  const choose = (slot: Slot) => {
    setChoice({ slot, held: null })
    holding.mutate(slot)
  }
  const expired = choice?.held ? secondsLeft(choice.held.expires_at, businessNow()) === 0 : false
  return { choice, choose, expired, error: holding.error, drop: () => setChoice(null) }
}
