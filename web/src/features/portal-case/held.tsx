import { Timer } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { Held } from '@/api/portal'
import { useElderly } from '@/kit/light'
import { businessNow } from '@/kit/time'
import { secondsLeft } from './hold'
import { useT } from './words'

/** Seconds left of the hold, counted every second while it is shown. */
function useSecondsLeft(expiresAt: string): number {
  const [left, setLeft] = useState(() => secondsLeft(expiresAt, businessNow()))
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsLeft(expiresAt, businessNow())), 1000)
    return () => clearInterval(timer)
  }, [expiresAt])
  return left
}

/** How long the chosen window is kept for this customer; no countdown in 大字. */
export function HeldNote({ held }: { held: Held }) {
  const t = useT()
  const large = useElderly()
  const left = useSecondsLeft(held.expires_at)
  if (large && left > 0) return null
  const minutes = Math.floor(left / 60)
  return (
    <>
      <Timer size={18} />
      {left > 0 ? t('held', { m: minutes, s: left % 60 }) : t('heldOver')}
    </>
  )
}
