import { Circle, Gem, Layers, Star } from 'lucide-react'
import { term } from '../terms'
import css from './basics.module.css'

const symbols = { diamond: Gem, gold: Star, silver: Circle, corporate: Layers }

/** ◆ Symbol and word in an outline, never a filled colour. Nothing for customers without a tier. */
export function TierBadge({ tier }: { tier: string | null | undefined }) {
  if (!tier) return null
  const Symbol = symbols[tier as keyof typeof symbols] ?? Circle
  return (
    <span className={css.tier} data-tier={tier}>
      <Symbol size={11} strokeWidth={2} aria-hidden />
      {term('tier', tier)}
    </span>
  )
}
