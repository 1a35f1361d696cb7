import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { CircleX } from 'lucide-react'
import { useState } from 'react'
import { type KanbanColumn, type TicketRow, tickets } from '@/api/tickets'
import { Button } from '@/kit/basics'
import { KanbanCard, KanbanHead } from '@/kit/kanban'
import { Read } from '@/kit/states'
import { term, useTerm } from '@/kit/terms'
import { spanOf } from '@/kit/time'
import type { UrlState } from '@/kit/url'
import { words as kitWords } from '@/kit/words'
import css from './board.module.css'
import { wordsOf } from '@/kit/subject'
import { words } from './words'

type Card = KanbanColumn['cards'][number]

const cardOf = (card: Card) => ({
  id: card.id, customer: card.customer.name, tier: card.customer.tier, subject: wordsOf(card), age_s: card.age_s,
  standard_s: card.clock?.allowed_s ?? 0, clock: card.clock, owner: card.assignee?.name ?? null,
  presses: card.presses, blocked: card.blocked && term('pause', card.blocked),
})

/** A drop that cannot be: a case moves by facts, so the board says which step to take instead. */
function Refused({ card, onOpen, onClose }: { card: TicketRow; onOpen: () => void; onClose: () => void }) {
  const t = words.useT()
  return (
    <div className={css.refused} role="alert">
      <b><CircleX size={15} /> {t('board.refused')}</b>
      <p>{card.customer.name} · {t('board.gate')}</p>
      <Button size="sm" onClick={onOpen}>{t('board.openIt')}</Button> <Button size="sm" look="quiet" onClick={onClose}>{kitWords.t('undo.close')}</Button>
    </div>
  )
}

interface Drag {
  card: TicketRow
  from: string
}

function Column({ column, drag, refused, onDrag, onDrop, onOpen, onClose }: {
  column: KanbanColumn
  drag: Drag | null
  refused: TicketRow | null
  onDrag: (drag: Drag | null) => void
  onDrop: () => void
  onOpen: (id: string) => void
  onClose: () => void
}) {
  const t = kitWords.useT()
  const term = useTerm()
  const rest = column.count - column.cards.length
  const target = drag !== null && drag.from !== column.stage
  return (
    <section className={css.column} data-refused={refused !== null} aria-label={term('stage', column.stage)}>
      <KanbanHead
        title={column.name ?? term('stage', column.stage)} count={column.count} limit={column.limit}
        medianLabel={t('kanban.median', { span: spanOf(column.median_s) })} overLabel={t('kanban.over')}
      />
      <div className={css.cards} onDragOver={(event) => target && event.preventDefault()} onDrop={() => target && onDrop()}>
        {refused && <Refused card={refused} onOpen={() => onOpen(refused.id)} onClose={onClose} />}
        {column.cards.map((card) => (
          <KanbanCard
            key={card.id} card={cardOf(card)} onOpen={() => onOpen(card.id)} draggable
            onDragStart={() => onDrag({ card, from: column.stage })} onDragEnd={() => onDrag(null)}
          />
        ))}
        {rest > 0 && <p>{t('kanban.more', { n: rest })}</p>}
      </div>
    </section>
  )
}

/** Where work piles up: the edge is the age, the head the limit; a drag obeys the gates and explains them. */
export function Board({ filters }: { filters: UrlState }) {
  const navigate = useNavigate()
  const board = useQuery({ queryKey: ['tickets', 'kanban', filters], queryFn: () => tickets.kanban(filters) })
  const [drag, setDrag] = useState<Drag | null>(null)
  const [refused, setRefused] = useState<{ stage: string; card: TicketRow } | null>(null)
  const open = (id: string) => void navigate({ to: '/tickets/$id', params: { id }, search: filters as never })
  return (
    <Read of={board} rows={8} height={90}>
      {({ columns }) => (
        <div className={css.board}>
          {columns.map((column) => (
            <Column
              key={column.stage} column={column} drag={drag} refused={refused?.stage === column.stage ? refused.card : null} onDrag={setDrag} onOpen={open}
              onDrop={() => {
                if (drag) setRefused({ stage: column.stage, card: drag.card })
                setDrag(null)
              }}
              onClose={() => setRefused(null)}
            />
          ))}
        </div>
      )}
    </Read>
  )
}

export function AgeLegend() {
  const t = words.useT()
  const steps = [t('board.half'), t('board.more'), t('board.most'), t('board.past')]
  return <span className={css.legend}>{t('board.legend')}：{steps.map((step, index) => <span key={step} data-step={index}>{step}</span>)}</span>
}
