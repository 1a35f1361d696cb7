import { Megaphone } from 'lucide-react'
import type { ReactNode } from 'react'
import { Avatar, TierBadge } from '../basics'
import { ClockChip, type ClockFace } from '../clock'
import { spanOf } from '../time'
import css from './kanban.module.css'

/** Age against the column's standard in four steps: under half, half, eight tenths, over. */
export function ageStep(ageSeconds: number, standardSeconds: number): 0 | 1 | 2 | 3 {
  if (standardSeconds <= 0) return 0
  const share = ageSeconds / standardSeconds
  if (share >= 1) return 3
  if (share >= 0.8) return 2
  return share >= 0.5 ? 1 : 0
}

export interface BoardCard {
  id: string
  customer: string
  tier: string | null
  subject: string
  age_s: number
  standard_s: number
  clock: ClockFace | null
  owner: string | null
  presses: number
  blocked: string | null
}

/** ◆ 4 px left edge = age; name, tier, age · subject · chip, owner · grey strip with the blocker. */
export function KanbanCard({ card, onOpen, focused = false, tool, ...drag }: {
  card: BoardCard
  onOpen: () => void
  draggable?: boolean
  onDragStart?: (event: React.DragEvent) => void
  onDragEnd?: () => void
  /** The card the keys act on. */
  focused?: boolean
  /** A small control at the card's foot, beside the owner. */
  tool?: ReactNode
}) {
  return (
    <article className={css.card} data-step={ageStep(card.age_s, card.standard_s)} data-focused={focused} {...drag}>
      <button type="button" onClick={onOpen}>
        <span className={css.top}>
          <b>{card.customer}</b>
          <TierBadge tier={card.tier} />
          <small>{spanOf(card.age_s)}</small>
        </span>
        <span className={css.subject}>
          {card.presses > 0 && <em><Megaphone size={11} /> {card.presses}</em>}
          {card.subject}
        </span>
        <span className={css.foot}>
          {card.clock && <ClockChip clock={card.clock} />}
          {card.owner && <Avatar name={card.owner} size={20} />}
        </span>
      </button>
      {tool && <span className={css.tool}>{tool}</span>}
      {card.blocked && <footer>{card.blocked}</footer>}
    </article>
  )
}

/** ◆ Column head: count / limit, median stay, bar; over the limit red with a word. */
export function KanbanHead({ title, count, limit, medianLabel, overLabel }: {
  title: string
  count: number
  limit: number | null
  medianLabel: ReactNode
  overLabel: ReactNode
}) {
  const over = limit !== null && count > limit
  const filled = limit ? Math.min(100, (count / limit) * 100) : 0
  return (
    <header className={css.head} data-over={over}>
      <h2>{title} <span><b>{count}</b>{limit !== null && ` / ${limit}`}</span>{over && <em>{overLabel}</em>}</h2>
      <small>{medianLabel}</small>
      <i><u style={{ width: `${filled}%` }} /></i>
    </header>
  )
}
