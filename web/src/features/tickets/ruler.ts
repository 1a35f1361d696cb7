/** Geometry of the clock's ruler: where moments stand on a line of time, in percent. Times are milliseconds. */
export interface Span {
  from: number
  to: number
}

const hour = 3_600_000

/** The shown stretch: everything that matters, widened to whole hours with some air. */
export function frameOf(moments: readonly number[]): Span {
  const from = Math.min(...moments)
  const to = Math.max(...moments)
  const air = Math.max(hour / 2, (to - from) * 0.04)
  return { from: Math.floor((from - air) / hour) * hour, to: Math.ceil((to + air) / hour) * hour }
}

/** Where a moment stands in the frame, 0…100. */
export const placeOf = (at: number, frame: Span): number =>
  Math.min(100, Math.max(0, ((at - frame.from) / (frame.to - frame.from)) * 100))

/** Left edge and width of a span in the frame. */
export function boxOf(span: Span, frame: Span): { left: number; width: number } {
  const left = placeOf(span.from, frame)
  return { left, width: placeOf(span.to, frame) - left }
}

const steps = [1, 2, 4, 6, 12, 24].map((hours) => hours * hour)

/**
 * Ticks of the ruler: at most about sixteen, at round hours of the site's day.
 * `offset` is the site's distance from UTC in milliseconds, so that midnight is the site's midnight.
 */
export function ticksOf(frame: Span, offset: number): number[] {
  const step = steps.find((size) => (frame.to - frame.from) / size <= 16) ?? 24 * hour * Math.ceil((frame.to - frame.from) / (16 * 24 * hour))
  const first = Math.ceil((frame.from + offset) / step) * step - offset
  return Array.from({ length: Math.floor((frame.to - first) / step) + 1 }, (_, index) => first + index * step)
}
