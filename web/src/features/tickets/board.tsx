import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { MoveHorizontal } from 'lucide-react'
import { useEffect, useState } from 'react'
import { type KanbanColumn, type Move, type TicketRow, tickets } from '@/api/tickets'
import { KanbanCard, KanbanHead } from '@/kit/kanban'
import { useKeys } from '@/kit/keys'
import { KeyLine } from '@/kit/page'
import { Read } from '@/kit/states'
import { wordsOf } from '@/kit/subject'
import { term, useTerm } from '@/kit/terms'
import { spanOf } from '@/kit/time'
import type { UrlState } from '@/kit/url'
import { words as kitWords } from '@/kit/words'
import css from './board.module.css'
import { Full, MoveDialog, MoveForm, type Moving, movesOf, needsForm, Refused, useMover, useMoves } from './moving'
import { step } from './walk'
import { words } from './words'

type Card = KanbanColumn['cards'][number]

const cardOf = (card: Card) => ({
  id: card.id, customer: card.customer.name, tier: card.customer.tier, subject: wordsOf(card), age_s: card.age_s,
  standard_s: card.clock?.allowed_s ?? 0, clock: card.clock, owner: card.assignee?.name ?? null,
  presses: card.presses, blocked: card.blocked && term('pause', card.blocked),
})

/** What a column shows of a card in the hand, or of one just put on it. */
interface Hand {
  card: TicketRow | null
  moves: Move[] | undefined
  shown: Moving | null
  onTake: (card: TicketRow | null) => void
  onDrop: (card: TicketRow, stage: string) => void
  onMenu: (card: TicketRow) => void
  onGo: (moving: Moving) => void
  onClose: () => void
}

function Answer({ hand, onOpen }: { hand: Hand; onOpen: (id: string) => void }) {
  const { shown } = hand
  if (!shown) return null
  if (shown.move.act) return <Full moving={shown} onGo={() => hand.onGo(shown)} onClose={hand.onClose} />
  return <Refused moving={shown} onOpen={() => onOpen(shown.card.id)} onClose={hand.onClose} />
}

function Column({ column, hand, focused, filters, onOpen }: { column: KanbanColumn; hand: Hand; focused: string | undefined; filters: UrlState; onOpen: (id: string) => void }) {
  const t = kitWords.useT()
  const term = useTerm()
  const rest = column.count - column.cards.length
  const move = hand.card ? hand.moves?.find((one) => one.stage === column.stage) : undefined
  const foreign = hand.card !== null && hand.card.stage.code !== column.stage
  const here = hand.shown?.move.stage === column.stage
  const look = here ? (hand.shown?.move.act ? 'full' : 'refused') : move && (move.act ? 'open' : 'closed')
  return (
    <section className={css.column} data-drop={look} aria-label={term('stage', column.stage)}>
      <KanbanHead
        title={term('stage', column.stage)} count={column.count} limit={column.limit}
        medianLabel={column.count > 0 ? t('kanban.median', { span: spanOf(column.median_s) }) : ' '} overLabel={t('kanban.over')}
      />
      <div
        className={css.cards} onDragOver={(event) => foreign && event.preventDefault()}
        onDrop={() => foreign && hand.card && hand.onDrop(hand.card, column.stage)}
      >
        {here && <Answer hand={hand} onOpen={onOpen} />}
        {move?.act && <p className={css.hint}>{words.t(`move.${move.act}`)}</p>}
        {column.cards.map((card) => (
          <KanbanCard
            key={card.id} card={cardOf(card)} onOpen={() => onOpen(card.id)} draggable focused={focused === card.id}
            onDragStart={() => hand.onTake(card)} onDragEnd={() => hand.onTake(null)}
            tool={<button type="button" title={words.t('move.button')} aria-label={words.t('move.title', { name: card.customer.name })} onClick={() => hand.onMenu(card)}><MoveHorizontal size={14} /></button>}
          />
        ))}
        {rest > 0 && <Link to="/tickets" search={{ ...filters, stage: column.stage } as never}>{t('kanban.more', { n: rest })}</Link>}
      </div>
    </section>
  )
}

/** The card the arrows stand on, and where they go. */
function useArrows(columns: readonly KanbanColumn[]) {
  const [focused, setFocused] = useState<string>()
  const go = (across: number, down: number) => setFocused((now) => step(columns, now, across, down))
  useEffect(() => {
    if (focused) document.querySelector('[data-focused="true"]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [focused])
  const card = columns.flatMap((column) => column.cards).find((one) => one.id === focused)
  return { focused, card, go }
}

function useHand(): Hand & { form: Moving | null; menu: TicketRow | null; onForm: (form: Moving | null) => void; onMenuClose: () => void; onMove: (moving: Moving) => void } {
  const client = useQueryClient()
  const run = useMover()
  const [card, setCard] = useState<TicketRow | null>(null)
  const [shown, setShown] = useState<Moving | null>(null)
  const [form, setForm] = useState<Moving | null>(null)
  const [menu, setMenu] = useState<TicketRow | null>(null)
  const moves = useMoves(card)
  const go = (moving: Moving) => {
    setShown(null)
    if (needsForm(moving.move)) setForm(moving)
    else run(moving)
  }
  const settle = (moving: Moving) => (moving.move.act === null || moving.move.full ? setShown(moving) : go(moving))
  const drop = (dropped: TicketRow, stage: string) => {
    setCard(null)
    void client.fetchQuery(movesOf(dropped)).then((all) => {
      const move = all.find((one) => one.stage === stage)
      if (move) settle({ card: dropped, move })
    })
  }
  return {
    card, moves, shown, form, menu, onTake: setCard, onDrop: drop, onMenu: setMenu, onGo: go, onClose: () => setShown(null),
    onForm: setForm, onMenuClose: () => setMenu(null), onMove: settle,
  }
}

/** Where work piles up: the edge is the age, the head the limit. A drop does the one act that leads to the stage,
 * opens its form, or says what is missing; the server's rule decides, for the mouse and for the keys. */
export function Board({ filters }: { filters: UrlState }) {
  const t = words.useT()
  const navigate = useNavigate()
  const board = useQuery({ queryKey: ['tickets', 'kanban', filters], queryFn: () => tickets.kanban(filters) })
  const hand = useHand()
  const { focused, card, go } = useArrows(board.data?.columns ?? [])
  const open = (id: string) => void navigate({ to: '/tickets/$id', params: { id }, search: filters as never })
  useKeys({
    ArrowLeft: () => go(-1, 0), ArrowRight: () => go(1, 0), ArrowUp: () => go(0, -1), ArrowDown: () => go(0, 1),
    h: () => go(-1, 0), l: () => go(1, 0), k: () => go(0, -1), j: () => go(0, 1),
    Enter: card ? () => open(card.id) : undefined,
    m: card ? () => hand.onMenu(card) : undefined,
    Escape: hand.shown ? hand.onClose : undefined,
  })
  const { form, menu } = hand
  return (
    <>
      <Read of={board} rows={8} height={90}>
        {({ columns }) => (
          <div className={css.board}>
            {columns.map((column) => <Column key={column.stage} column={column} hand={hand} focused={focused} filters={filters} onOpen={open} />)}
          </div>
        )}
      </Read>
      <KeyLine keys={[['← ↑ ↓ →', t('key.move')], ['M', t('move.button')], ['Enter', t('key.open')], ['F', t('key.filter')], ['?', t('key.all')]]} />
      {menu && (
        <MoveDialog
          card={menu} onClose={hand.onMenuClose}
          onMove={(move) => {
            hand.onMenuClose()
            hand.onMove({ card: menu, move })
          }}
        />
      )}
      {form && <MoveForm moving={form} onClose={() => hand.onForm(null)} />}
    </>
  )
}

export function AgeLegend() {
  const t = words.useT()
  const steps = [t('board.half'), t('board.more'), t('board.most'), t('board.past')]
  return <span className={css.legend}>{t('board.legend')}：{steps.map((step, index) => <span key={step} data-step={index}>{step}</span>)}</span>
}
