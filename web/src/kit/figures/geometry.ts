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

interface Bar { x: number; y: number; width: number; height: number }

/** Steps of a scale from 0 that ends at or above `top`: at most four, each 1, 2 or 5 × a power of ten, whole. */
export function scale(top: number): number[] {
  const rough = Math.max(1, top / 4)
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10)
  return Array.from({ length: Math.ceil(Math.max(top, 1) / step) + 1 }, (_, index) => index * step)
}

/** Bars side by side per day and a line over them, on one scale from 0, in a box of width × height. */
export function columns(rows: readonly { bars: readonly number[]; line: number }[], width: number, height: number) {
  const steps = scale(Math.max(...rows.flatMap(({ bars, line }) => [...bars, line]), 1))
  const top = steps.at(-1) ?? 1
  const y = (value: number) => height - (Math.max(0, value) / top) * height
  const step = width / rows.length
  const days = rows.map(({ bars, line }, index) => {
    const wide = Math.min(14, (step * 0.7) / bars.length)
    const left = (index + 0.5) * step - (wide * bars.length) / 2
    const made = bars.map((value, which): Bar => ({ x: left + which * wide, y: y(value), width: wide - 1, height: height - y(value) }))
    return { x: index * step, middle: (index + 0.5) * step, y: y(line), bars: made }
  })
  const path = days.map((day, index) => `${index === 0 ? 'M' : 'L'}${day.middle.toFixed(1)} ${day.y.toFixed(1)}`).join('')
  return { ticks: steps.map((value) => ({ value, y: y(value) })), days, step, path }
}
