import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { type Filters, type TicketRow, tickets } from '@/api/tickets'
import { Button } from '@/kit/basics'
import { ClockChip } from '@/kit/clock'
import { useKeys } from '@/kit/keys'
import { KeyLine } from '@/kit/page'
import { StageMini } from '@/kit/stage'
import { Empty, Read } from '@/kit/states'
import { type Column, Table } from '@/kit/table'
import { useTerm } from '@/kit/terms'
import { agoOf, exact, useNow } from '@/kit/time'
import { BulkBar } from './bulk'
import { CustomerCell, NumberCell, OwnerCell, SubjectCell } from './cells'
import css from './tickets.module.css'
import { words } from './words'

/** The rows of a list, page after page. */
export function useTickets(filters: Filters) {
  const reading = useInfiniteQuery({
    queryKey: ['tickets', 'list', filters],
    queryFn: ({ pageParam }) => tickets.list({ sort: 'due', limit: '50', ...filters, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const pages = reading.data?.pages
  const first = pages?.[0]
  return { reading, rows: pages?.flatMap((page) => page.items), count: first && `${first.count}${first.count_exact ? '' : '+'}` }
}

function Ago({ at }: { at: string }) {
  return <span className={css.ago} title={exact(at)}>{agoOf(at, useNow())}</span>
}

function useColumns(): Column<TicketRow>[] {
  const t = words.useT()
  const term = useTerm()
  const navigate = useNavigate()
  const prove = (row: TicketRow) => row.clock && void navigate({ to: '/clocks/$id', params: { id: row.clock.id }, search: { ticket: row.id } as never })
  return [
    { key: 'number', title: t('col.number'), width: 124, cell: (row) => <NumberCell row={row} />, sort: 'number' },
    { key: 'customer', title: t('col.customer'), width: 160, cell: (row) => <CustomerCell row={row} /> },
    { key: 'subject', title: t('col.subject'), cell: (row) => <SubjectCell row={row} /> },
    {
      key: 'stage', title: t('col.stage'), width: 140,
      cell: (row) => <StageMini index={row.stage.index} late={row.stage.late} word={term('stage', row.stage.code)} />,
    },
    {
      key: 'clock', title: t('col.clock'), width: 176, sort: 'due',
      cell: (row) => row.clock && <ClockChip clock={row.clock} onClick={() => prove(row)} />,
    },
    { key: 'owner', title: t('col.owner'), width: 128, cell: (row) => <OwnerCell row={row} />, from: 1200 },
    { key: 'updated', title: t('col.updated'), width: 70, align: 'right', cell: (row) => <Ago at={row.updated_at} />, sort: 'updated_at', from: 1200 },
  ]
}

/** Arrow through a list by keys: which row is focused, and how it moves. */
export function useFocus(rows: readonly { id: string }[]) {
  const [focused, setFocused] = useState<string>()
  const at = rows.findIndex((row) => row.id === focused)
  const move = (step: number) => setFocused(rows[Math.min(rows.length - 1, Math.max(0, at + step))]?.id)
  return { focused, move, row: rows[at] }
}

function Foot({ count }: { count: string }) {
  const t = words.useT()
  return (
    <KeyLine
      keys={[
        ['J K', t('key.move')], ['X', t('key.select')], ['Enter', t('key.open')], ['A', t('key.assign')], ['/', t('key.search')],
        ['F', t('key.filter')], ['?', t('key.all')],
      ]}
    >
      {t('queue.count', { n: count })}
    </KeyLine>
  )
}

function toggle(selected: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(selected)
  if (!next.delete(id)) next.add(id)
  return next
}

/** Find, sort, act on many: the queue with its keys and the bulk bar. */
export function Queue({ filters, onSort, onClear }: { filters: Filters; onSort: (sort: string) => void; onClear: () => void }) {
  const t = words.useT()
  const navigate = useNavigate()
  const { reading, rows, count } = useTickets(filters)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [assigning, setAssigning] = useState(false)
  const focus = useFocus(rows ?? [])
  const open = (row: TicketRow) => void navigate({ to: '/tickets/$id', params: { id: row.id }, search: filters as never })
  useKeys({
    j: () => focus.move(1),
    k: () => focus.move(-1),
    Enter: focus.row ? () => open(focus.row as TicketRow) : undefined,
    x: focus.row ? () => setSelected((now) => toggle(now, focus.row?.id ?? '')) : undefined,
    a: selected.size > 0 ? () => setAssigning(true) : undefined,
    Escape: selected.size > 0 ? () => setSelected(new Set()) : undefined,
  })
  const filtered = Object.keys(filters).some((name) => !['view', 'sort'].includes(name))
  const empty = (
    <Empty action={filtered && <Button onClick={onClear}>{t('queue.clear')}</Button>}>{t(filtered ? 'queue.emptyFiltered' : 'queue.empty')}</Empty>
  )
  const columns = useColumns()
  return (
    <>
      <div className={css.queue}>
        <Read of={{ ...reading, data: rows }} rows={14} empty={[(all) => all.length === 0, empty]}>
          {(all) => (
            <Table
              columns={columns} rows={all} rowKey={(row) => row.id} onOpen={open} selected={selected} onSelect={setSelected}
              focused={focus.focused} sort={filters['sort'] ?? 'due'} onSort={onSort} label={t('queue.list')}
            />
          )}
        </Read>
        {reading.hasNextPage && (
          <div className={css.more}><Button onClick={() => void reading.fetchNextPage()} disabled={reading.isFetchingNextPage}>＋ 50</Button></div>
        )}
      </div>
      <BulkBar
        rows={(rows ?? []).filter((row) => selected.has(row.id))} onClear={() => setSelected(new Set())}
        assigning={assigning} onAssigning={setAssigning}
      />
      <Foot count={count ?? '…'} />
    </>
  )
}
