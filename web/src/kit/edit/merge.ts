/** Field → value, as a form holds it; `null` is an empty field. */
export type Values = Record<string, string | boolean | null>

export type Side = 'mine' | 'theirs'

/** One field two people wrote differently, or that only I did. */
export interface Difference {
  name: string
  theirs: Values[string]
  mine: Values[string]
  /** Only I changed it: nothing of theirs is lost by taking mine. */
  free: boolean
}

/** What I changed that is not so now, in the order of the form. */
export function differences(base: Values, mine: Values, theirs: Values): Difference[] {
  return Object.keys(mine)
    .filter((name) => mine[name] !== base[name] && mine[name] !== theirs[name])
    .map((name) => ({ name, theirs: theirs[name] ?? null, mine: mine[name] ?? null, free: theirs[name] === base[name] }))
}

/** The sides as chosen: what is sent, and what of mine is given up. */
export function settle(found: readonly Difference[], sides: Record<string, Side>): { changes: Values; setAside: Values } {
  const taken = found.filter((one) => sideOf(one, sides) === 'mine')
  const left = found.filter((one) => sideOf(one, sides) === 'theirs')
  const values = (some: readonly Difference[]) => Object.fromEntries(some.map((one) => [one.name, one.mine]))
  return { changes: values(taken), setAside: values(left) }
}

/** Until chosen: mine where nobody else wrote, theirs where somebody did. */
export const sideOf = (one: Difference, sides: Record<string, Side>): Side => sides[one.name] ?? (one.free ? 'mine' : 'theirs')
