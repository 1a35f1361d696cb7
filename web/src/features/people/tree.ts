import type { Org } from '@/api/people'

export interface Branch {
  org: Org
  depth: number
  children: number
}

const fits = (org: Org, query: string) => `${org.name} ${org.code}`.toLowerCase().includes(query)

/** The tree as lines, children below their parent; below a folded place nothing. A search shows what fits and the way to it. */
export function linesOf(orgs: readonly Org[], folded: ReadonlySet<string>, query = ''): Branch[] {
  const wanted = query.trim().toLowerCase()
  const below = new Map<string | null, Org[]>()
  for (const org of orgs) below.set(org.parent_id, [...(below.get(org.parent_id) ?? []), org])
  const walk = (parent: string | null, depth: number): Branch[] =>
    (below.get(parent) ?? []).flatMap((org) => {
      const children = below.get(org.id)?.length ?? 0
      const inside = wanted || !folded.has(org.id) ? walk(org.id, depth + 1) : []
      return wanted && !fits(org, wanted) && inside.length === 0 ? [] : [{ org, depth, children }, ...inside]
    })
  return walk(null, 0)
}

/** What may stand below what, as the server has it. */
export const kindsBelow = (kind: string): readonly ('region' | 'centre' | 'outlet')[] =>
  ({ brand: ['region', 'centre', 'outlet'] as const, region: ['centre', 'outlet'] as const, centre: ['outlet'] as const })[kind] ?? []
