import { Circle, Flag, Gem, Layers, Star } from 'lucide-react'
import { term } from '../terms'
import { words } from '../words'
import css from './basics.module.css'

const symbols = { diamond: Gem, gold: Star, silver: Circle, corporate: Layers }

/** ◆ Symbol and word in an outline, never a filled colour; a flag where cases have priority. Nothing without a tier. */
export function TierBadge({ tier, priority }: { tier: string | null | undefined; priority?: boolean | undefined }) {
  if (!tier) return null
  const Symbol = symbols[tier as keyof typeof symbols] ?? Circle
  return (
    <span className={css.tier} data-tier={tier}>
      <Symbol size={11} strokeWidth={2} aria-hidden />
      {term('tier', tier)}
      {priority && <Flag size={11} strokeWidth={2} role="img" aria-label={words.t('priority')} />}
    </span>
  )
}
