import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Modal } from 'antd'
import { ArrowRight, CircleX, TriangleAlert, X } from 'lucide-react'
import { type Move, type TicketRow, tickets } from '@/api/tickets'
import { Button } from '@/kit/basics'
import { Read } from '@/kit/states'
import { useTerm } from '@/kit/terms'
import { words as kitWords } from '@/kit/words'
import css from './board.module.css'
import { AskDialog, asks } from './detail/ask'
import { useActs } from './detail/useact'
import { VisitDialog } from './detail/visit'
import { words } from './words'

/** A card put, or about to be put, on a stage. */
export interface Moving {
  card: TicketRow
  move: Move
}

const movesOf = (card: TicketRow) => ({ queryKey: ['tickets', 'moves', card.id, card.version], queryFn: () => tickets.moves(card.id), staleTime: 5_000 })

/** What each stage would do to the card in the hand. */
export const useMoves = (card: TicketRow | null) =>
  useQuery({ ...movesOf(card ?? ({ id: '', version: 0 } as TicketRow)), enabled: card !== null }).data

/** The server's rule for one drop, read now if it was not before. */
export { movesOf }

/** Take and close are done at once; what must be told first opens its form. */
export function useMover(): (moving: Moving) => void {
  const t = words.useT()
  const acts = useActs()
  return ({ card, move }) => move.act && acts.mutate({ ticket: card, action: move.act, what: t(`move.${move.act}`) })
}

export const needsForm = (move: Move): boolean => move.act === 'visit' || (move.act !== null && asks(move.act))

/** The form a drop needs. */
export function MoveForm({ moving, onClose }: { moving: Moving; onClose: () => void }) {
  const { card, move } = moving
  const ticket = useQuery({ queryKey: ['tickets', 'one', card.id], queryFn: () => tickets.one(card.id), enabled: move.act === 'visit' })
  if (move.act === 'visit') return ticket.data ? <VisitDialog ticket={ticket.data} onClose={onClose} /> : null
  return <AskDialog action={move.act ?? ''} ticket={card} onClose={onClose} />
}

/** In red, in the column: why the card cannot stand here, what is missing, and the way to it. */
export function Refused({ moving, onOpen, onClose }: { moving: Moving; onOpen: () => void; onClose: () => void }) {
  const t = words.useT()
  const { card, move } = moving
  const orders = move.missing.some((step) => step.of_order)
  const review = move.missing.every((step) => step.check === 'reviewed') && orders
  return (
    <div className={css.refused} role="alert">
      <b><CircleX size={15} /> {t('board.refused')}</b>
      <p>{card.customer.name} · {move.why}</p>
      <ul>{move.missing.slice(0, 6).map((step) => <li key={step.check}><X size={13} /> {step.name}</li>)}</ul>
      {review && <Link to="/reviews">{t('board.review')}</Link>}
      {orders && !review && <Link to="/dispatch">{t('board.dispatch')}</Link>}
      <span><Button size="sm" onClick={onOpen}>{t('board.openIt')}</Button> <Button size="sm" look="quiet" onClick={onClose}>{kitWords.t('undo.close')}</Button></span>
    </div>
  )
}

/** The column is full: a person decides whether one more may begin. */
export function Full({ moving, onGo, onClose }: { moving: Moving; onGo: () => void; onClose: () => void }) {
  const t = words.useT()
  return (
    <div className={css.refused} role="alert">
      <b><TriangleAlert size={15} /> {t('board.full')}</b>
      <p>{moving.card.customer.name} · {t('board.fullText')}</p>
      <span><Button size="sm" onClick={onGo}>{t('board.fullGo')}</Button> <Button size="sm" look="quiet" onClick={onClose}>{kitWords.t('undo.close')}</Button></span>
    </div>
  )
}

/** The same by keys: every stage with what it does, or why it does nothing. */
export function MoveDialog({ card, onMove, onClose }: { card: TicketRow; onMove: (move: Move) => void; onClose: () => void }) {
  const t = words.useT()
  const term = useTerm()
  const moves = useQuery(movesOf(card))
  return (
    <Modal open title={t('move.title', { name: card.customer.name })} footer={null} width={460} onCancel={onClose}>
      <Read of={moves} rows={4}>
        {(all) => (
          <div className={css.moves}>
            {all.map((move) => (
              <button key={move.stage} type="button" disabled={move.act === null} onClick={() => onMove(move)} data-testid={`move-${move.stage}`}>
                <b><ArrowRight size={13} /> {term('stage', move.stage)}</b>
                <span>{move.act ? t(`move.${move.act}`) : move.why}{move.act && move.full && ` · ${t('board.full')}`}</span>
                {move.act === null && move.missing.length > 0 && <small>{move.missing.map((step) => step.name).join(' · ')}</small>}
              </button>
            ))}
          </div>
        )}
      </Read>
    </Modal>
  )
}
