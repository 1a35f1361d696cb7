/** Where a station stands on its line. `inserted` and `break` are stations of a day, not of a case. */
export type StationState = 'done' | 'now' | 'later' | 'skipped' | 'failed' | 'inserted' | 'break'

/** How the piece of line before a station is drawn: ridden, half way to it, or still ahead. */
export type Piece = 'ridden' | 'half' | 'ahead'

const passed = (state: StationState) => state === 'done' || state === 'skipped' || state === 'failed'

/**
 * The piece of line that leads to station `index`, or null for the first.
 * Half: the station is now, or the one before is done and this one not yet: we are between them.
 */
export function pieceBefore(states: readonly StationState[], index: number): Piece | null {
  const here = states[index]
  const before = states[index - 1]
  if (here === undefined || before === undefined) return null
  if (passed(here)) return 'ridden'
  if (!passed(before)) return 'ahead'
  return here === 'now' ? 'ridden' : 'half'
}

/** The station to stand at: the one that is now, else the first that is not passed, else the last. */
export function currentStation(states: readonly StationState[]): number {
  const now = states.indexOf('now')
  if (now >= 0) return now
  const next = states.findIndex((state) => !passed(state))
  return next >= 0 ? next : states.length - 1
}

/** Share of `done` pieces of the day's bar, 0..1. */
export const share = (part: number, whole: number): number => (whole > 0 ? Math.min(1, Math.max(0, part / whole)) : 0)

/**
 * How far along the drawn road the engineer is, 0 (3 km away) to 1 (at the door).
 * The place is shown only in the last 3 km, so `full` is that distance.
 */
export const alongRoad = (km: number, full = 3): number => 1 - share(km, full)
