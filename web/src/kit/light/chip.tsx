import './chip.css'
import { Check, Clock, Pause, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { spanOf } from '../time'
import { cx } from './cx'
import { useT } from './words'

export type ChipTone = 'neutral' | 'brand' | 'good' | 'soon' | 'breached' | 'info' | 'tier' | 'paused'

export function Chip({ tone = 'neutral', icon, children }: { tone?: ChipTone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={cx('chip', tone)}>
      {icon}
      {children}
    </span>
  )
}

export interface ClockFacts {
  /** The clock's name in the reader's language. */
  name: string
  state: 'running' | 'paused' | 'kept' | 'breached' | 'cancelled'
  /** Seconds left; negative once over. */
  left: number
  /** Seconds from which it is soon. */
  soonBelow: number
  why?: string | null
}

const clockIcon = {
  running: <Clock size={16} />,
  soon: <Clock size={16} />,
  breached: <TriangleAlert size={16} />,
  paused: <Pause size={16} />,
  kept: <Check size={16} />,
}

type ClockLook = keyof typeof clockIcon
const clockTone: Record<ClockLook, ChipTone> = {
  running: 'good',
  soon: 'soon',
  breached: 'breached',
  paused: 'paused',
  kept: 'neutral',
}

/** How a clock looks now: over, soon, or calm. */
export function clockLook({ state, left, soonBelow }: ClockFacts): ClockLook {
  if (state === 'cancelled' || state === 'kept') return 'kept'
  if (state === 'paused') return 'paused'
  if (state === 'breached' || left < 0) return 'breached'
  return left < soonBelow ? 'soon' : 'running'
}

export function ClockChip({ clock }: { clock: ClockFacts }) {
  const t = useT()
  const look = clockLook(clock)
  const { name, left, why } = clock
  const said = {
    running: () => t('clockRunning', { name, left: spanOf(left) }),
    soon: () => t('clockRunning', { name, left: spanOf(left) }),
    breached: () => t('clockBreached', { name, left: spanOf(-left) }),
    paused: () => (why ? t('clockPausedFor', { name, why }) : t('clockPaused', { name })),
    kept: () => t('clockKept', { name }),
  }
  return (
    <Chip tone={clockTone[look]} icon={clockIcon[look]}>
      {said[look]()}
    </Chip>
  )
}
