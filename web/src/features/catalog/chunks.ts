/** A row of a look as it is sent back to be written. */
export interface Row {
  line: number
  cells: Record<string, string>
}

/** The server takes a megabyte of JSON at once; what a chunk needs around its rows is little. */
export const mostBytes = 700_000

const size = (row: Row): number => new TextEncoder().encode(JSON.stringify(row)).length + 1

/** Rows in their order, in chunks of at most `most` rows and `bytes` of JSON. A single larger row goes alone. */
export function chunks(rows: readonly Row[], most: number, bytes: number = mostBytes): Row[][] {
  const made: Row[][] = []
  let room = 0
  for (const row of rows) {
    const last = made.at(-1)
    const needs = size(row)
    if (last && last.length < most && needs <= room) {
      last.push(row)
      room -= needs
    } else {
      made.push([row])
      room = bytes - needs
    }
  }
  return made
}

export type Counts = Record<string, number>

export const plus = (one: Counts, other: Counts): Counts =>
  Object.fromEntries([...new Set([...Object.keys(one), ...Object.keys(other)])].map((name) => [name, (one[name] ?? 0) + (other[name] ?? 0)]))
