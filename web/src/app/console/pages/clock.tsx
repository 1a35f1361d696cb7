import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ChevronLeft, Printer } from 'lucide-react'
import { explainClock, tickets } from '@/api/tickets'
import { Explained } from '@/features/tickets/explain'
import { words } from '@/features/tickets/words'
import { Button } from '@/kit/basics'
import { ClockChip, nameOf } from '@/kit/clock'
import { PageTitle, Pane, Panes } from '@/kit/page'
import { Read } from '@/kit/states'
import { useUrlState } from '@/kit/url'
import css from './clock.module.css'

function Clocks({ ticketId, current }: { ticketId: string; current: string }) {
  const t = words.useT()
  const ticket = useQuery({ queryKey: ['tickets', 'one', ticketId], queryFn: () => tickets.one(ticketId) })
  return (
    <Pane look="canvas">
      <PageTitle>
        <Link to="/tickets/$id" params={{ id: ticketId }}><ChevronLeft size={16} /> {ticket.data?.number}</Link>
        <h1>{t('explain.title')}</h1> {ticket.data?.customer.name} · {ticket.data?.subject}
        <span className={css.grow} />
        <Button icon={<Printer size={14} />} onClick={() => window.print()}>{t('explain.print')}</Button>
      </PageTitle>
      <h2 className={css.title}>{t('explain.all')}</h2>
      <Read of={ticket} height={56}>
        {(data) => data.clocks.map((clock) => (
          <Link key={clock.id} to="/clocks/$id" params={{ id: clock.id }} search={{ ticket: ticketId } as never} className={css.clock} aria-current={clock.id === current}>
            <b>{nameOf(clock)}</b>
            <ClockChip clock={clock} bare />
          </Link>
        ))}
      </Read>
    </Pane>
  )
}

/** Settles any argument about time. */
export function ClockPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { state } = useUrlState()
  const ticketId = state['ticket']
  const explained = useQuery({ queryKey: ['tickets', 'clock', id], queryFn: () => explainClock(id) })
  return (
    <Panes columns={ticketId ? '232px minmax(0, 1fr)' : 'minmax(0, 1fr)'}>
      {ticketId && <Clocks ticketId={ticketId} current={id} />}
      <Pane scroll={false}><Read of={explained}>{(data) => <Explained explained={data} />}</Read></Pane>
    </Panes>
  )
}
