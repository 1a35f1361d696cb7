import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { TicketRow } from '@/api/tickets'
import { Button, Card, Kbd, TierBadge } from '@/kit/basics'
import { ClockChip, dueOf, lookOf } from '@/kit/clock'
import { useKeys } from '@/kit/keys'
import { StageMini } from '@/kit/stage'
import { wordsOf } from '@/kit/subject'
import { Empty } from '@/kit/states'
import { type Column, Table } from '@/kit/table'
import { useTerm } from '@/kit/terms'
import { momentOf, timeOf, useNow } from '@/kit/time'
import css from './home.module.css'
import { dotsOf, type Group, groupOf, windowOf } from './strip'
import { words } from './words'

/** When the afternoon gets tight: every ticket's tightest clock on one line of time. */
export function DueStrip({ rows }: { rows: readonly TicketRow[] }) {
  const t = words.useT()
  const now = useNow()
  const navigate = useNavigate()
  const { from, to } = windowOf(now)
  const left = (at: number) => `${(((at - from) / (to - from)) * 100).toFixed(2)}%`
  const hours = Array.from({ length: 6 }, (_, index) => Math.ceil(from / 3_600_000) * 3_600_000 + index * 3_600_000).filter((at) => at < to)
  const looks = rows.map((row) => row.clock && lookOf(row.clock, now))
  const count = (look: string) => looks.filter((one) => one === look).length
  const legend = [['breached', t('strip.breached', { n: count('breached') })], ['soon', t('strip.soon', { n: count('soon') })], ['running', t('strip.later', { n: count('running') })], ['paused', t('strip.paused', { n: count('paused') })]] as const
  return (
    <Card title={t('strip.title')} note={t('strip.note')} actions={<span className={css.legend}>{legend.map(([look, said]) => <span key={look} data-look={look}><i />{said}</span>)}</span>}>
      <div className={css.strip}>
        <div className={css.past} style={{ width: left(now) }} />
        <div className={css.soon} style={{ left: left(now), width: `${((1_800_000 / (to - from)) * 100).toFixed(2)}%` }} />
        {hours.map((at) => <span key={at} style={{ left: left(at) }}>{timeOf(at)}</span>)}
        <b style={{ left: left(now) }}>{timeOf(now)}</b>
        {dotsOf(rows, now).map((dot) => (
          <button
            key={dot.id} type="button" data-look={dot.look} style={{ left: left(dot.at), bottom: 22 + dot.stack * 13 }}
            aria-label={rows.find((row) => row.id === dot.id)?.subject} onClick={() => void navigate({ to: '/tickets/$id', params: { id: dot.id } })}
          />
        ))}
      </div>
    </Card>
  )
}

const order: readonly Group[] = ['breached', 'soon', 'hours', 'later', 'paused', 'none']

function useColumns(own: boolean): Column<TicketRow>[] {
  const t = words.useT()
  const term = useTerm()
  const now = useNow()
  return [
    { key: 'due', title: t('col.due'), width: 116, cell: (row) => (row.clock && dueOf(row.clock) ? <strong className={css.due} data-look={lookOf(row.clock, now)}>{momentOf(dueOf(row.clock) ?? '', now)}</strong> : <span className={css.quiet}>—</span>) },
    { key: 'clock', title: t('col.clock'), width: 184, cell: (row) => (row.clock ? <ClockChip clock={row.clock} /> : <span className={css.quiet}>{t('clock.none')}</span>) },
    { key: 'customer', title: t('col.customer'), width: 150, cell: (row) => <><b>{row.customer.name}</b> <TierBadge tier={row.customer.tier} priority={row.customer.priority} /></> },
    { key: 'subject', title: t('col.subject'), cell: (row) => <>{wordsOf(row)} <small>{row.product}</small></> },
    { key: 'stage', title: t('col.stage'), width: 140, cell: (row) => <StageMini index={row.stage.index} late={row.stage.late} word={term('stage', row.stage.code)} /> },
    { key: 'now', title: t(own ? 'col.blocked' : 'col.now'), width: 116, cell: (row) => (row.blocked ? term('pause', row.blocked) : own ? '' : (row.assignee?.name ?? '')), from: own ? 1600 : 1360 },
  ]
}

/** A departures board: due time first, groups by urgency. */
export function Departures({ rows, title, view }: { rows: readonly TicketRow[]; title: string; view: string }) {
  const t = words.useT()
  const now = useNow()
  const navigate = useNavigate()
  const columns = useColumns(view === 'mine')
  const grouped = order.map((group) => ({ group, rows: rows.filter((row) => groupOf(row.clock, now) === group) }))
  const sorted = grouped.flatMap((one) => one.rows)
  const heads = new Map(grouped.map((one) => [one.rows[0]?.id, `${t(`group.${one.group}`)}  ${one.rows.length}`]))
  return (
    <Card title={title} note={t('queue.note', { n: rows.length })} actions={<Button size="sm" look="quiet" onClick={() => void navigate({ to: '/tickets' })}>{t('queue.open')}</Button>}>
      {rows.length === 0 ? <Empty>{t('queue.empty')}</Empty> : (
        <Table
          columns={columns} rows={sorted} rowKey={(row) => row.id} group={(row) => heads.get(row.id)} label={title}
          onOpen={(row) => void navigate({ to: '/tickets/$id', params: { id: row.id }, search: { view } as never })}
        />
      )}
    </Card>
  )
}

/** The one thing to do next: the tightest clock that runs. N shows another; `more` gets work where none is left. */
export function NextCard({ rows, more }: { rows: readonly TicketRow[]; more: ReactNode }) {
  const t = words.useT()
  const navigate = useNavigate()
  const [skipped, setSkipped] = useState(0)
  const choices = rows.filter((row) => row.clock?.state !== 'paused')
  const shown = choices[skipped % Math.max(1, choices.length)]
  const open = shown ? () => void navigate({ to: '/tickets/$id', params: { id: shown.id }, search: { view: 'mine' } as never }) : undefined
  useKeys({ n: () => setSkipped((times) => times + 1), o: open })
  if (!shown) return <Card tone="accent" title={t('next.title')}><Empty action={more}>{t('next.none')}</Empty></Card>
  return (
    <Card tone="accent" title={<span className={css.nextTitle}>{t('next.title')}</span>} actions={<button type="button" className={css.skip} onClick={() => setSkipped(skipped + 1)}><Kbd>N</Kbd> {t('next.skip')}</button>}>
      <div className={css.next}>
        <p><b>{shown.customer.name}</b> <TierBadge tier={shown.customer.tier} priority={shown.customer.priority} /> {shown.clock && <ClockChip clock={shown.clock} />}</p>
        <p className={css.text}>{wordsOf(shown)}</p>
        <Button look="accent" size="lg" shortcut="O" onClick={open}>{t('next.open')}</Button>
      </div>
    </Card>
  )
}

/** Queues of work that wait for this role, as doors with their counts. */
export function Waiting({ doors }: { doors: readonly { to: string; search: Record<string, string>; label: string; count: number | undefined }[] }) {
  const t = words.useT()
  return (
    <Card title={t('waiting.title')}>
      {doors.map((door) => (
        <Link key={`${door.to} ${door.label}`} to={door.to} search={door.search as never} className={css.door}>
          <span>{door.label}</span> <b>{door.count ?? '…'}</b>
        </Link>
      ))}
    </Card>
  )
}
