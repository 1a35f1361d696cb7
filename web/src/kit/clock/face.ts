import { spanOf } from '../time'
import { words } from '../words'

/** A clock as the server lists it. Seconds are counted seconds: nights and pauses are not in them. */
export interface ClockFace {
  id?: string
  name: string
  state: 'running' | 'paused' | 'kept' | 'breached' | 'cancelled' | 'waiting'
  due_at: string | null
  /** What counts now where the customer re-agreed; else the due time itself. */
  target_at?: string | null
  /** Second visits have second clocks. */
  round?: number
  used_s: number
  allowed_s: number
  /** Late clocks that were stopped: by how much. */
  late_s?: number | null
  paused_reason?: string | null
}

export type Look = 'running' | 'soon' | 'breached' | 'paused' | 'kept' | 'waiting'

/** A running clock turns amber when this much or less is left. */
export const soonSeconds = 30 * 60

export const dueOf = (face: ClockFace): string | null => face.target_at ?? face.due_at

/** Seconds to the due time; negative when over. The due time already skips nights and pauses. */
export function leftOf(face: ClockFace, now: number): number {
  const due = dueOf(face)
  return due === null ? face.allowed_s - face.used_s : Math.floor((Date.parse(due) - now) / 1000)
}

/** How a clock looks now: the server's state, refined by the time that passed since it was read. */
export function lookOf(face: ClockFace, now: number): Look {
  if (face.state === 'kept') return 'kept'
  if (face.state === 'paused') return 'paused'
  if (face.state === 'waiting' || face.state === 'cancelled') return 'waiting'
  const left = leftOf(face, now)
  if (face.state === 'breached' || left < 0) return 'breached'
  return left <= soonSeconds ? 'soon' : 'running'
}

/** Share of the allowance that is used, 0…1, moving with the clock between two readings. */
export function shareOf(face: ClockFace, now: number): number {
  if (face.allowed_s <= 0) return 1
  const used = lookOf(face, now) === 'running' || lookOf(face, now) === 'soon' ? face.allowed_s - leftOf(face, now) : face.used_s
  return Math.min(1, Math.max(0, Math.max(used, face.used_s) / face.allowed_s))
}

/** What is left, in words: 剩 42 分, 超 18 分, the reason of a pause, 守住. */
export function saidOf(face: ClockFace, now: number): string {
  const { t } = words
  switch (lookOf(face, now)) {
    case 'kept':
      return t('clock.kept')
    case 'waiting':
      return face.state === 'cancelled' ? t('clock.cancelled') : t('clock.waiting')
    case 'paused':
      return face.paused_reason ? t('clock.pausedFor', { reason: face.paused_reason }) : t('clock.paused')
    case 'breached':
      return t('clock.over', { span: spanOf(face.late_s || -leftOf(face, now)) })
    default:
      return t('clock.left', { span: spanOf(leftOf(face, now)) })
  }
}
