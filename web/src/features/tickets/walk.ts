interface Columned {
  cards: readonly { id: string }[]
}

/** The card one step across or down from `now`; empty columns are passed over, ends hold. The first card when none is. */
export function step(columns: readonly Columned[], now: string | undefined, across: number, down: number): string | undefined {
  const filled = columns.filter((column) => column.cards.length > 0)
  const at = filled.findIndex((column) => column.cards.some((card) => card.id === now))
  const here = filled[at]
  if (!here) return filled[0]?.cards[0]?.id
  const row = here.cards.findIndex((card) => card.id === now)
  const clamp = (value: number, most: number) => Math.min(most, Math.max(0, value))
  const column = filled[clamp(at + across, filled.length - 1)] ?? here
  return column.cards[clamp(row + down, column.cards.length - 1)]?.id
}
