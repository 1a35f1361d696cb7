import { Megaphone, ShieldAlert } from 'lucide-react'
import type { TicketDetail } from '@/api/tickets'
import { listed } from '@/i18n'
import { Tag } from '@/kit/basics'
import { ClockChip } from '@/kit/clock'
import { StageLine } from '@/kit/stage'
import { useTerm } from '@/kit/terms'
import { wordsOf } from '@/kit/subject'
import { words } from '../words'
import { Actions } from './actions'
import css from './detail.module.css'

/** Subject, what kind of case it is, what may be done, and the line with its times. */
export function Head({ ticket }: { ticket: TicketDetail }) {
  const t = words.useT()
  const term = useTerm()
  const orders = listed(ticket.orders.map((order) => `${order.number} ${term('order', order.status)}`))
  return (
    <header className={css.head}>
      <div className={css.subject}>
        <h2>{wordsOf(ticket)}</h2>
        <Tag>{term('order_type', ticket.order_type)}</Tag>
        {ticket.danger && <Tag tone="bad" icon={<ShieldAlert size={12} />}>{t('queue.safety')}</Tag>}
        {ticket.presses > 0 && <Tag tone="soon" icon={<Megaphone size={12} />}>{t('queue.pressed', { n: ticket.presses })}</Tag>}
        {ticket.status !== 'open' && <Tag tone="info">{term('status', ticket.status)}</Tag>}
        <span className={css.actions}><Actions ticket={ticket} /></span>
      </div>
      <p className={css.meta}>
        {[ticket.number, orders && t('ticket.order', { number: orders }), term('channel', ticket.channel), ticket.assignee ? t('ticket.owner', { name: ticket.assignee.name }) : t('queue.unassigned')]
          .filter(Boolean).join(' · ')}
        <span className={css.chips}>{ticket.clocks.filter((clock) => clock.state !== 'kept' && clock.state !== 'waiting').map((clock) => <ClockChip key={clock.id} clock={clock} />)}</span>
      </p>
      <StageLine stops={ticket.stages} />
    </header>
  )
}
