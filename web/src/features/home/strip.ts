import { type ClockFace, dueOf, type Look, lookOf } from '@/kit/clock'

const minute = 60_000
/** More dots than this at one place would leave the strip; the legend counts them all. */
const tallest = 4

export interface Dot {
  id: string
  at: number
  look: Look
  /** How many dots stand at the same place below this one. */
  stack: number
}

/** The strip begins half an hour before now at a full half hour, and shows the next five hours. */
export function windowOf(now: number): { from: number; to: number } {
  const half = 30 * minute
  const from = Math.floor((now - half) / half) * half
  return { from, to: from + 5.5 * 60 * minute }
}

/** Due times as dots inside the window; what is due together is stacked. Overdue ones before it stand at its edge. */
export function dotsOf(rows: readonly { id: string; clock: ClockFace | null }[], now: number): Dot[] {
  const { from, to } = windowOf(now)
  const taken = new Map<number, number>()
  return rows.flatMap(({ id, clock }) => {
    const due = clock && dueOf(clock)
    if (!clock || !due) return []
    const look = lookOf(clock, now)
    const at = Math.max(from + 8 * minute, Date.parse(due))
    if (look === 'paused' || look === 'kept' || at > to) return []
    const slot = Math.round(at / (8 * minute))
    const stack = taken.get(slot) ?? 0
    if (stack >= tallest) return []
    taken.set(slot, stack + 1)
    return [{ id, at, look, stack }]
  })
}

export type Group = 'breached' | 'soon' | 'hours' | 'later' | 'paused' | 'none'

/** The departures board's group of a clock. */
export function groupOf(clock: ClockFace | null, now: number): Group {
  const due = clock && dueOf(clock)
  if (!clock || !due) return 'none'
  const look = lookOf(clock, now)
  if (look === 'breached' || look === 'soon' || look === 'paused') return look
  return Date.parse(due) - now <= 120 * minute ? 'hours' : 'later'
}
