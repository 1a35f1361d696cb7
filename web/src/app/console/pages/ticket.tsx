import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { ChevronLeft } from 'lucide-react'
import { useState } from 'react'
import { tickets } from '@/api/tickets'
import { Composer } from '@/features/tickets/detail/composer'
import { Context } from '@/features/tickets/detail/context'
import css from '@/features/tickets/detail/detail.module.css'
import { Head } from '@/features/tickets/detail/head'
import { SideList } from '@/features/tickets/detail/list'
import { Timeline } from '@/features/tickets/detail/timeline'
import { Viewers } from '@/features/tickets/detail/viewers'
import { TakeNext } from '@/features/tickets/next'
import { useTickets } from '@/features/tickets/queue'
import { words } from '@/features/tickets/words'
import { Kbd } from '@/kit/basics'
import { useKeys } from '@/kit/keys'
import { PageTitle, Pane } from '@/kit/page'
import { useMay } from '@/kit/session'
import { Read } from '@/kit/states'
import { type UrlState, useUrlState } from '@/kit/url'

/** J and K walk the list that stays at the left. */
function useWalk(filters: UrlState, id: string) {
  const navigate = useNavigate()
  const { rows = [] } = useTickets(filters)
  const at = rows.findIndex((row) => row.id === id)
  const go = (step: number) => {
    const next = rows[at + step]
    if (next) void navigate({ to: '/tickets/$id', params: { id: next.id }, search: filters as never })
  }
  useKeys({ j: () => go(1), k: () => go(-1) })
  return { at, count: rows.length }
}

function Story({ id }: { id: string }) {
  const timeline = useQuery({ queryKey: ['tickets', 'timeline', id], queryFn: () => tickets.timeline(id) })
  return <div className={css.story}><Read of={timeline} height={48}>{(entries) => <Timeline entries={entries} />}</Read></div>
}

/** Understand and act without leaving: list · story with composer · context. */
export function TicketPage() {
  const t = words.useT()
  const { id } = useParams({ strict: false }) as { id: string }
  const may = useMay()
  const { state } = useUrlState()
  const filters = Object.keys(state).length === 0 ? { view: 'mine' } : state
  const navigate = useNavigate()
  const [listOpen, setListOpen] = useState(false)
  const ticket = useQuery({ queryKey: ['tickets', 'one', id], queryFn: () => tickets.one(id) })
  const { at, count } = useWalk(filters, id)
  useKeys({ Escape: () => void navigate({ to: '/tickets', search: filters as never }), '[': () => setListOpen(true) })
  return (
    <div className={css.layout}>
      <Pane look="canvas"><SideList filters={filters} current={id} /></Pane>
      <Pane scroll={false}>
        <PageTitle>
          <Link to="/tickets" search={filters as never}><ChevronLeft size={16} /></Link>
          <h1>{ticket.data ? `${ticket.data.customer.name} · ${ticket.data.number}` : '…'}</h1>
          {at >= 0 && <span>{t('ticket.position', { at: at + 1, n: count })} <Kbd>K</Kbd> <Kbd>J</Kbd></span>}
          <span className={css.grow} />
          <Viewers key={id} id={id} />
          {may('ticket.work') && <TakeNext />}
        </PageTitle>
        <Read of={ticket} rows={3}>{(data) => <><Head ticket={data} /><Story id={id} /><Composer key={id} ticket={data} /></>}</Read>
      </Pane>
      <Pane look="context"><Read of={ticket} rows={8}>{(data) => <Context ticket={data} />}</Read></Pane>
      <Drawer open={listOpen} placement="left" size={300} title={t('act.dropList')} onClose={() => setListOpen(false)} styles={{ body: { padding: 0 } }}>
        <SideList filters={filters} current={id} />
      </Drawer>
    </div>
  )
}
