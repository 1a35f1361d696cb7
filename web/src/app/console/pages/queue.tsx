import { Link, useNavigate } from '@tanstack/react-router'
import { LayoutList, Plus, SquareKanban } from 'lucide-react'
import { FilterBar } from '@/features/tickets/filterbar'
import { TakeNext } from '@/features/tickets/next'
import { Queue } from '@/features/tickets/queue'
import { ClockSegments } from '@/features/tickets/segments'
import { useViews, ViewList, ViewMenu } from '@/features/tickets/views'
import ticketStyles from '@/features/tickets/tickets.module.css'
import { words as ticketWords } from '@/features/tickets/words'
import { Button } from '@/kit/basics'
import { ExportMenu } from '@/kit/export'
import { PageTitle, Pane, Panes, ToolBar } from '@/kit/page'
import { useMay } from '@/kit/session'
import { type UrlState, useUrlState } from '@/kit/url'
import { words } from '../words'
import css from './pages.module.css'

/** What a queue opened without an address shows. */
const start: UrlState = { view: 'mine' }

/** List or board of the same filters. */
export function LayoutSwitch({ board, filters }: { board: boolean; filters: UrlState }) {
  const t = ticketWords.useT()
  return (
    <span className={css.layouts}>
      <Link to="/tickets" search={filters as never} aria-label={t('queue.list')} aria-current={!board}><LayoutList size={16} /></Link>
      <Link to="/tickets/board" search={filters as never} aria-label={t('queue.board')} aria-current={board}><SquareKanban size={16} /></Link>
    </span>
  )
}

/** The queue: views left, filters and counts on top, rows by their tightest clock. */
export function QueuePage() {
  const t = words.useT()
  const may = useMay()
  const navigate = useNavigate()
  const { state, change, set } = useUrlState()
  const filters = Object.keys(state).length === 0 ? start : state
  const { current } = useViews(filters)
  const edit = (changes: Record<string, string | undefined>) => change({ ...filters, ...changes })
  return (
    <Panes columns="auto minmax(0, 1fr)">
      <div className={ticketStyles.viewsPane}><Pane look="canvas"><div className={css.side}><ViewList filters={filters} onPick={set} /></div></Pane></div>
      <Pane scroll={false}>
        <PageTitle>
          <h1>{t('nav.tickets')}</h1> {current && <>/ <span>{current.name}</span></>}
          <span className={css.grow} />
          {may('ticket.work') && <TakeNext />}
          {may('ticket.open') && (
            <Button look="primary" icon={<Plus size={15} />} shortcut="C" data-testid="new-ticket" title={t('do.newTicket')} onClick={() => void navigate({ to: '/tickets/new' })}><span className={ticketStyles.wide}>{t('do.newTicket')}</span></Button>
          )}
        </PageTitle>
        <ToolBar right={may('ticket.export') && <ExportMenu path="/tickets/export" filters={filters} />}>
          <ViewMenu filters={filters} onPick={set} />
          <FilterBar filters={filters} onChange={edit} />
        </ToolBar>
        <ToolBar right={<LayoutSwitch board={false} filters={filters} />}>
          <ClockSegments filters={filters} onChange={(clock) => edit({ clock })} />
        </ToolBar>
        <Queue filters={filters} onSort={(sort) => edit({ sort })} onClear={() => set({ view: 'all' })} />
      </Pane>
    </Panes>
  )
}
