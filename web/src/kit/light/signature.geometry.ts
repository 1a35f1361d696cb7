/** A point of the pen in the pad's own units, whole. */
export type Point = readonly [x: number, y: number]
export type Stroke = readonly Point[]

/** Points nearer than this are the pen's tremble, in px. */
const tremble = 2

/** Add a point unless the pen has hardly moved. */
export function extend(stroke: Stroke, point: Point): Stroke {
  const last = stroke.at(-1)
  if (last && Math.hypot(point[0] - last[0], point[1] - last[1]) < tremble) return stroke
  return [...stroke, point]
}

const middle = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]

/** A smooth SVG path through the middles of a stroke's segments; a tap becomes a dot. */
export function strokePath(stroke: Stroke): string {
  const [first, ...rest] = stroke
  if (!first) return ''
  if (rest.length === 0) return `M${first[0]} ${first[1]}h0.01`
  const curves = rest.slice(0, -1).map((point, index) => {
    const [x, y] = middle(point, rest[index + 1] ?? point)
    return `Q${point[0]} ${point[1]} ${x} ${y}`
  })
  const last = rest.at(-1) ?? first
  return `M${first[0]} ${first[1]}${curves.join('')}L${last[0]} ${last[1]}`
}

/** Length of all strokes in px; a dot or a tiny tick is no signature. */
export function inkLength(strokes: readonly Stroke[]): number {
  const pairs = strokes.flatMap((stroke) => stroke.slice(1).map((point, index) => [stroke[index] ?? point, point] as const))
  return pairs.reduce((sum, [a, b]) => sum + Math.hypot(b[0] - a[0], b[1] - a[1]), 0)
}

/** Less ink than this is taken for a slip of the finger. */
export const leastInk = 60
