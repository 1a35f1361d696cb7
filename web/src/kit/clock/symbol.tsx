import { Check, Circle, Pause, TriangleAlert } from 'lucide-react'
import type { Look } from './face'
import css from './clock.module.css'

const size = 14
const radius = 5
const around = 2 * Math.PI * radius

/** A ring filled clockwise by the used share. */
function Ring({ share }: { share: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 14 14" aria-hidden className={css.ring}>
      <circle cx="7" cy="7" r={radius} className={css.rest} />
      <circle
        cx="7" cy="7" r={radius} className={css.used} transform="rotate(-90 7 7)"
        strokeDasharray={`${(around * share).toFixed(2)} ${around.toFixed(2)}`}
      />
    </svg>
  )
}

/** The state of a clock without its colour: ring, triangle, bars, tick. */
export function ClockSymbol({ look, share }: { look: Look; share: number }) {
  if (look === 'breached') return <TriangleAlert size={size} strokeWidth={2.2} aria-hidden />
  if (look === 'paused') return <Pause size={size} strokeWidth={2} aria-hidden />
  if (look === 'kept') return <Check size={size} strokeWidth={2.2} aria-hidden />
  if (look === 'waiting') return <Circle size={size} strokeWidth={1.5} aria-hidden />
  return <Ring share={share} />
}
