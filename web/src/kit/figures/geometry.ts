/** Points of a trend as an SVG path in a box of width × height; a flat line stands in the middle. */
export function sparkline(values: readonly number[], width: number, height: number, target?: number | null): { path: string; end: [number, number]; targetY: number | null } {
  const all = target === null || target === undefined ? values : [...values, target]
  const low = Math.min(...all)
  const range = Math.max(...all) - low
  const y = (value: number) => (range === 0 ? height / 2 : height - ((value - low) / range) * height)
  const x = (index: number) => (values.length < 2 ? width : (index / (values.length - 1)) * width)
  const points = values.map((value, index): [number, number] => [x(index), y(value)])
  const path = points.map(([px, py], index) => `${index === 0 ? 'M' : 'L'}${px.toFixed(1)} ${py.toFixed(1)}`).join('')
  return { path, end: points.at(-1) ?? [0, height / 2], targetY: target === null || target === undefined ? null : y(target) }
}

/** Shares of a stacked bar in percent; they add up to 100 unless all parts are 0. */
export function shares(parts: readonly number[]): number[] {
  const sum = parts.reduce((total, part) => total + part, 0)
  return parts.map((part) => (sum === 0 ? 0 : (part / sum) * 100))
}

/** Where `value` stands on a scale from `low` to `high`, 0…100 %, held inside. */
export const along = (value: number, low: number, high: number): number =>
  Math.min(100, Math.max(0, ((value - low) / (high - low)) * 100))
