import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { orders, type OrderRow } from '@/api/fieldwork'
import { Segments, Tag, TierBadge } from '@/kit/basics'
import { ClockChip } from '@/kit/clock'
import { useKeys } from '@/kit/keys'
import { KeyLine } from '@/kit/page'
import { Empty, Read } from '@/kit/states'
import { type Column, Table } from '@/kit/table'
import { useTerm } from '@/kit/terms'
import { dayOf, useNow } from '@/kit/time'
import { useUrlState } from '@/kit/url'
import css from './fieldwork.module.css'
import { words } from './words'

const day = 86_400_000
/** Without an engineer: no outlet yet, asked, or accepted. */
const waiting = 'open,offered,accepted'
export const dueDays = ['all', 'late', 'today', 'tomorrow', 'later'] as const
export type DueDay = (typeof dueDays)[number]

/** When the order's tightest promise falls due, seen from now; without one it is later. */
export function dueDay(order: Pick<OrderRow, 'clock'>, now: number): Exclude<DueDay, 'all'> {
  const target = order.clock?.target_at
  if (!target) return 'later'
  if (Date.parse(target) < now) return 'late'
  if (dayOf(target) === dayOf(now)) return 'today'
  return dayOf(target) === dayOf(now + day) ? 'tomorrow' : 'later'
}

/** By promise, the earliest first; what nobody promised comes last, the oldest first. */
export function byPromise(rows: readonly OrderRow[]): OrderRow[] {
  const due = (row: OrderRow) => (row.clock?.target_at ? Date.parse(row.clock.target_at) : Number.POSITIVE_INFINITY)
  return rows.toSorted((one, other) => (due(one) === due(other) ? Date.parse(one.opened_at) - Date.parse(other.opened_at) : due(one) - due(other)))
}

function useColumns(): Column<OrderRow>[] {
  const t = words.useT()
  const term = useTerm()
  return [
    { key: 'due', title: t('wait.due'), width: 176, cell: (row) => (row.clock ? <ClockChip clock={row.clock} /> : <small>—</small>) },
    { key: 'who', title: t('wait.who'), width: 132, cell: (row) => <>{row.customer.name} <TierBadge tier={row.customer.tier} priority={row.customer.priority} /></> },
    { key: 'what', title: t('wait.what'), cell: (row) => <>{row.ticket.subject} <small>{row.address}</small></> },
    { key: 'type', title: t('wait.type'), width: 84, cell: (row) => term('order_type', row.order_type), from: 1360 },
    { key: 'outlet', title: t('wait.outlet'), width: 148, cell: (row) => row.outlet?.name ?? <Tag tone="soon">{t('wait.none')}</Tag> },
    { key: 'status', title: t('wait.status'), width: 96, cell: (row) => <Tag>{term('order', row.status)}</Tag> },
  ]
}

/** What a dispatcher sees before choosing: who waits for an engineer, by promise; day and outlet narrow it. */
export function Waiting({ org, onPick }: { org: string | undefined; onPick: (id: string) => void }) {
  const t = words.useT()
  const now = useNow()
  const { state, change } = useUrlState()
  const [focused, setFocused] = useState(0)
  const list = useQuery({ queryKey: ['orders', 'list', { status: waiting, org }], queryFn: () => orders.list({ status: waiting, org, limit: '100', sort: 'opened_at' }) })
  const all = byPromise(list.data?.items ?? [])
  const ofOutlet = all.filter((row) => !state['outlet'] || (row.outlet?.id ?? 'none') === state['outlet'])
  const due = dueDays.find((one) => one === state['due']) ?? 'all'
  const rows = ofOutlet.filter((row) => due === 'all' || dueDay(row, now) === due)
  const place = Math.min(focused, rows.length - 1)
  const open = () => rows[place] && onPick(rows[place].id)
  useKeys({ j: () => setFocused(Math.min(place + 1, rows.length - 1)), k: () => setFocused(Math.max(place - 1, 0)), Enter: open })
  const count = (one: DueDay) => ofOutlet.filter((row) => one === 'all' || dueDay(row, now) === one).length
  const outlets = new Map(all.map((row) => [row.outlet?.id ?? 'none', row.outlet?.name ?? t('wait.none')]))
  const told = [...outlets].map(([value, name]) => ({ value, label: `${name} ${all.filter((row) => (row.outlet?.id ?? 'none') === value).length}` }))
  const columns = useColumns()
  return (
    <section className={css.waiting} aria-label={t('wait.title')}>
      <header><h2>{t('wait.title')}</h2><small>{t('wait.note')}</small></header>
      <div className={css.waitingFilters}>
        <Segments label={t('wait.due')} options={dueDays.map((value) => ({ value, label: t(`due.${value}`), count: count(value) }))} value={due} onChange={(next) => change({ due: next === 'all' ? undefined : next })} />
        <Select value={state['outlet'] ?? ''} prefix={t('wait.outlet')} popupMatchSelectWidth={false} options={[{ value: '', label: `${t('due.all')} ${all.length}` }, ...told]} onChange={(next) => change({ outlet: next })} />
      </div>
      <div className={css.waitingRows}>
        <Read of={list} rows={10} empty={[() => rows.length === 0, <Empty key="e">{t('wait.empty')}</Empty>]}>
          {() => <Table columns={columns} rows={rows} rowKey={(row) => row.id} onOpen={(row) => onPick(row.id)} focused={rows[place]?.id} label={t('wait.title')} />}
        </Read>
      </div>
      <KeyLine keys={[['J K', t('wait.move')], ['↵', t('wait.open')]]}>{t('wait.count', { n: list.data?.next ? `${all.length}+` : rows.length })}</KeyLine>
    </section>
  )
}
