import { useNavigate } from '@tanstack/react-router'
import { Phone } from 'lucide-react'
import { useState } from 'react'
import type { HomeBoard } from '@/api/insight'
import { Button, Card, Kbd, TierBadge } from '@/kit/basics'
import { ClockChip, dueOf, lookOf } from '@/kit/clock'
import { FigureRow } from '@/kit/figures'
import { useKeys } from '@/kit/keys'
import { StageMini } from '@/kit/stage'
import { Empty } from '@/kit/states'
import { type Column, Table } from '@/kit/table'
import { useTerm } from '@/kit/terms'
import { momentOf, timeOf, useNow } from '@/kit/time'
import css from './home.module.css'
import { dotsOf, type Group, groupOf, windowOf } from './strip'
import { words } from './words'

type Row = HomeBoard['board'][number]

/** When the afternoon gets tight: every ticket's tightest clock on one line of time. */
export function DueStrip({ rows }: { rows: readonly Row[] }) {
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

const order: readonly Group[] = ['breached', 'soon', 'hours', 'later', 'paused']

function useColumns(): Column<Row>[] {
  const t = words.useT()
  const term = useTerm()
  const now = useNow()
  return [
    { key: 'due', title: t('col.due'), width: 84, cell: (row) => row.clock && <strong className={css.due} data-look={lookOf(row.clock, now)}>{dueOf(row.clock) ? momentOf(dueOf(row.clock) ?? '', now) : '—'}</strong> },
    { key: 'clock', title: t('col.clock'), width: 160, cell: (row) => row.clock && <ClockChip clock={row.clock} /> },
    { key: 'customer', title: t('col.customer'), width: 150, cell: (row) => <><b>{row.customer.name}</b> <TierBadge tier={row.customer.tier} /></> },
    { key: 'subject', title: t('col.subject'), cell: (row) => row.subject },
    { key: 'promise', title: t('col.promise'), width: 124, cell: (row) => row.promise, from: 1360 },
    { key: 'stage', title: t('col.stage'), width: 124, cell: (row) => <StageMini index={row.stage.index} late={row.stage.late} word={term('stage', row.stage.code)} /> },
    { key: 'now', title: t('col.now'), width: 116, cell: (row) => row.waiting ?? row.blocked, from: 1200 },
  ]
}

/** A departures board: due time first, groups by urgency. */
export function Departures({ rows }: { rows: readonly Row[] }) {
  const t = words.useT()
  const now = useNow()
  const navigate = useNavigate()
  const columns = useColumns()
  const grouped = order.map((group) => ({ group, rows: rows.filter((row) => groupOf(row.clock, now) === group) }))
  const sorted = grouped.flatMap((one) => one.rows)
  const heads = new Map(grouped.map((one) => [one.rows[0]?.id, `${t(`group.${one.group}`)}  ${one.rows.length}`]))
  return (
    <Card title={t('queue.title')} note={t('queue.note', { n: rows.length })} actions={<Button size="sm" look="quiet" onClick={() => void navigate({ to: '/tickets' })}>{t('queue.open')}</Button>}>
      {rows.length === 0 ? <Empty>{t('queue.empty')}</Empty> : (
        <Table
          columns={columns} rows={sorted} rowKey={(row) => row.id} group={(row) => heads.get(row.id)} label={t('queue.title')}
          onOpen={(row) => void navigate({ to: '/tickets/$id', params: { id: row.id }, search: { view: 'mine' } as never })}
        />
      )}
    </Card>
  )
}

/** The one thing to do next: orange, with its reason. N shows another. */
export function NextCard({ next, board }: { next: HomeBoard['next']; board: readonly Row[] }) {
  const t = words.useT()
  const navigate = useNavigate()
  const [skipped, setSkipped] = useState(0)
  const choices = next ? [next, ...board.filter((row) => row.id !== next.id)] : board
  const shown = choices[skipped % Math.max(1, choices.length)]
  useKeys({ n: () => setSkipped((times) => times + 1), o: shown ? () => void navigate({ to: '/tickets/$id', params: { id: shown.id } }) : undefined })
  if (!shown) return <Card tone="accent" title={t('next.title')}><Empty>{t('next.none')}</Empty></Card>
  const phone = 'phone' in shown && typeof shown.phone === 'string' ? shown.phone : null
  const open = () => void navigate({ to: '/tickets/$id', params: { id: shown.id } })
  return (
    <Card tone="accent" title={<span className={css.nextTitle}>{t('next.title')}</span>} actions={<button type="button" className={css.skip} onClick={() => setSkipped(skipped + 1)}><Kbd>N</Kbd> {t('next.skip')}</button>}>
      <div className={css.next}>
        <p><b>{shown.customer.name}</b> <TierBadge tier={shown.customer.tier} /> {shown.clock && <ClockChip clock={shown.clock} />}</p>
        <p className={css.text}>{'text' in shown ? shown.text : shown.subject}</p>
        <div>
          {phone && <a className={css.call} href={`tel:${phone}`}><Phone size={15} /> {t('next.call', { phone })}</a>}
          <Button look={phone ? 'plain' : 'accent'} size="lg" shortcut="O" onClick={open}>{t('next.open')}</Button>
        </div>
      </div>
    </Card>
  )
}

export function MyPromises({ promises }: { promises: NonNullable<HomeBoard['promises']> }) {
  const t = words.useT()
  const now = useNow()
  const navigate = useNavigate()
  return (
    <Card title={t('promises.title')} note={t('promises.note', { n: promises.length })}>
      {promises.map((promise) => (
        <button key={promise.id} type="button" className={css.promise} onClick={() => void navigate({ to: '/tickets/$id', params: { id: promise.ticket_id } })}>
          <b>{momentOf(promise.by_when, now)}</b> {promise.customer} <span>{promise.what}</span>
        </button>
      ))}
    </Card>
  )
}

const shownAs = (value: number | null, code: string) => (value === null ? '—' : code.includes('csat') ? value.toFixed(2) : value <= 1 && !code.includes('backlog') ? `${(value * 100).toFixed(1)}%` : value.toLocaleString())

/** The role's few figures. */
export function HomeFigures({ figures }: { figures: HomeBoard['figures'] }) {
  const t = words.useT()
  const navigate = useNavigate()
  if (figures.length === 0) return null
  return (
    <FigureRow
      figures={figures.slice(0, 5).map((figure) => ({
        name: figure.name ?? figure.code, value: shownAs(figure.value, figure.code), enough: figure.enough,
        target: figure.target === null ? undefined : shownAs(figure.target, figure.code), trend: figure.trend,
        note: figure.reply_rate ? t('figures.reply', { rate: `${Math.round(figure.reply_rate * 100)}%` }) : `n ${figure.n.toLocaleString()}`,
        onOpen: () => void navigate({ to: '/reports' }),
      }))}
    />
  )
}
