import { useQueries, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { reviews, revisits } from '@/api/feedback'
import { orders } from '@/api/fieldwork'
import { reports } from '@/api/insight'
import { ledger } from '@/api/ledger'
import { tickets } from '@/api/tickets'
import { Departures, DueStrip, NextCard, Waiting } from '@/features/home/home'
import { words } from '@/features/home/words'
import { ReportFigures } from '@/features/insight/report'
import { NoticeCard } from '@/features/notices/notices'
import { TakeNext } from '@/features/tickets/next'
import { PageTitle } from '@/kit/page'
import { useMay, useMe } from '@/kit/session'
import { Read } from '@/kit/states'
import { useTerm } from '@/kit/terms'
import { dateOf, dayOf, timeOf, useNow, weekdayOf } from '@/kit/time'
import css from './home.module.css'

function greeting(now: number) {
  const hour = Number(timeOf(now).slice(0, 2))
  if (hour < 11) return 'hello.morning' as const
  if (hour < 13) return 'hello.noon' as const
  return hour < 18 ? ('hello.afternoon' as const) : ('hello.evening' as const)
}

/** Queues that may wait for a role: the verb that works on them, where they open, how they are counted. */
const queues = [
  { verb: 'ticket.work', word: 'waiting.queue', to: '/tickets', search: { view: 'queue' }, count: () => tickets.counts().then((counts) => counts['queue'] ?? 0) },
  { verb: 'ticket.read', word: 'waiting.breached', to: '/tickets', search: { view: 'open', clock: 'breached' }, count: () => tickets.counts().then((counts) => counts['breached'] ?? 0) },
  { verb: 'order.offer', word: 'waiting.toOffer', to: '/dispatch', search: { status: 'open' }, count: () => orders.list({ status: 'open', limit: '1' }).then((page) => page.count) },
  { verb: 'order.assign', word: 'waiting.toAssign', to: '/dispatch', search: { status: 'accepted' }, count: () => orders.list({ status: 'accepted', limit: '1' }).then((page) => page.count) },
  { verb: 'order.assign', word: 'waiting.parts', to: '/dispatch', search: { status: 'waiting_part' }, count: () => orders.list({ status: 'waiting_part', limit: '1' }).then((page) => page.count) },
  { verb: 'review.decide', word: 'waiting.reviews', to: '/reviews', search: {}, count: () => reviews.list('queued').then((page) => page.count) },
  { verb: 'ledger.verify', word: 'waiting.alarms', to: '/ledger', search: { name: 'TooMuchTaken' }, count: () => ledger.state().then((state) => state.alarms) },
  { verb: 'revisit.call', word: 'waiting.revisits', to: '/revisits', search: {}, count: () => revisits.list('open').then((page) => page.count) },
] as const

function Doors() {
  const t = words.useT()
  const may = useMay()
  const mine = queues.filter((queue) => may(queue.verb))
  const counts = useQueries({ queries: mine.map((queue) => ({ queryKey: ['home', queue.word], queryFn: queue.count })) })
  if (mine.length === 0) return null
  return <Waiting doors={mine.map((queue, index) => ({ to: queue.to, search: queue.search, label: t(queue.word), count: counts[index]?.data }))} />
}

function Figures() {
  const now = useNow()
  const navigate = useNavigate()
  const span = { start: dayOf(now - 13 * 86_400_000), end: dayOf(now) }
  const report = useQuery({ queryKey: ['reports', span], queryFn: () => reports.service(span) })
  const node = report.data?.nodes[0]
  return node ? <ReportFigures node={node} onOpen={(measure) => void navigate({ to: '/reports', search: { measure } as never })} /> : null
}

/** What to do now, in three seconds. Who works on tickets sees the own ones, who leads sees all that is open. */
export function HomePage() {
  const t = words.useT()
  const term = useTerm()
  const me = useMe()
  const may = useMay()
  const now = useNow()
  const own = me.roles.some((held) => held.role === 'agent')
  const view = own ? 'mine' : 'open'
  const board = useQuery({ queryKey: ['tickets', 'list', { view, home: true }], queryFn: () => tickets.list({ view, sort: 'due', limit: '30' }), enabled: may('ticket.read') })
  const places = me.roles.map((held) => `${held.org_name} ${term('role', held.role)}`)
  return (
    <div className={css.page}>
      <PageTitle><h1>{t(greeting(now), { name: me.name })}</h1> <span>{[`${dateOf(now)} ${weekdayOf(now)}`, ...places].join(' · ')}</span></PageTitle>
      <div className={css.main}>
        {may('report.see') && <Figures />}
        {may('ticket.read') && (
          <Read of={board} rows={12}>
            {(page) => (
              <>
                {page.items.length > 0 && <DueStrip rows={page.items} />}
                <Departures rows={page.items} title={t(own ? 'queue.title' : 'queue.team')} view={view} />
              </>
            )}
          </Read>
        )}
      </div>
      <div className={css.aside}>
        {own && board.data && <NextCard rows={board.data.items} more={<TakeNext />} />}
        <Doors />
        <NoticeCard limit={6} />
      </div>
    </div>
  )
}
