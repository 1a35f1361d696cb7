import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Checkbox, Select } from 'antd'
import { CalendarPlus, CalendarX, Plus, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { type EngineerRow, engineers } from '@/api/people'
import { joined } from '@/i18n'
import { Button, Card, Segments, Tag } from '@/kit/basics'
import { useCategoryName } from '@/kit/categories'
import { ExportMenu } from '@/kit/export'
import { SearchBox } from '@/kit/filters'
import { useMay } from '@/kit/session'
import { Empty, Read } from '@/kit/states'
import { type Column, Table } from '@/kit/table'
import { useTerm } from '@/kit/terms'
import { dayOf, timeOf, useNow } from '@/kit/time'
import { useUrlState } from '@/kit/url'
import css from './crew.module.css'
import { words } from './crewwords'
import { EngineerDrawer } from './engineer'
import { EnrolDialog } from './enrol'
import { PlanDialog, type PlanMode } from './plan'
import { daysBetween } from './roster'
import { RosterTable } from './rostertable'
import { useOutlets } from './write'

const tones = { expired: 'bad', soon: 'soon', later: 'info', ok: 'plain' } as const

function Today({ row }: { row: EngineerRow }) {
  const t = words.useT()
  const { starts_at: from, ends_at: to, away } = row.today
  if (away) return <Tag tone="soon">{t('away')}</Tag>
  return from && to ? <>{timeOf(from)}–{timeOf(to)}</> : <span className={css.faint}>{t('noShift')}</span>
}

/** Only what wants somebody's eye is named; the rest is a count. */
function Papers({ row }: { row: EngineerRow }) {
  const t = words.useT()
  const term = useTerm()
  const today = dayOf(useNow())
  const odd = row.certificates.filter((one) => one.state !== 'ok')
  const fine = row.certificates.length - odd.length
  const said = (state: string, until: string) => (state === 'soon' ? t('state.soon', { n: daysBetween(today, until) }) : t(state === 'later' ? 'state.later' : 'state.expired'))
  if (row.certificates.length === 0) return <span className={css.faint}>{t('none')}</span>
  return (
    <span className={css.tags}>
      {odd.map((one) => (
        <Tag key={one.kind} tone={tones[one.state as keyof typeof tones]} title={one.valid_to} icon={one.state === 'expired' && <TriangleAlert size={11} />}>{term('certificate', one.kind)} {said(one.state, one.valid_to)}</Tag>
      ))}
      {fine > 0 && <span className={css.faint} title={joined(row.certificates.filter((one) => one.state === 'ok').map((one) => `${term('certificate', one.kind)} ${one.valid_to}`))}>{fine} {t('ok')}</span>}
    </span>
  )
}

function useColumns(): Column<EngineerRow>[] {
  const t = words.useT()
  const term = useTerm()
  const category = useCategoryName()
  return [
    { key: 'name', title: t('col.name'), width: 150, sort: 'name', cell: (row) => <><b>{row.name}</b> <small>{row.employee_no}</small></> },
    { key: 'outlet', title: t('col.outlet'), width: 170, sort: 'outlet', cell: (row) => <>{row.outlet} {row.partner && <Tag>{t('partner')}</Tag>}</> },
    { key: 'papers', title: t('col.papers'), width: 200, cell: (row) => <Papers row={row} /> },
    { key: 'skills', title: t('col.skills'), from: 1200, cell: (row) => joined(row.skills.map((skill) => `${category(skill.category)} ${term('level', skill.level)}`)) || <span className={css.faint}>{t('none')}</span> },
    { key: 'today', title: t('col.today'), width: 110, align: 'right', cell: (row) => <Today row={row} /> },
    { key: 'load', title: t('col.load'), width: 100, align: 'right', cell: (row) => <><b>{row.today.visits}</b> <small>/ {row.open_visits}</small></> },
  ]
}

type Filters = Record<string, string | undefined>

function List({ filters, selected, onSelect }: { filters: Filters; selected: Set<string>; onSelect: (keys: Set<string>) => void }) {
  const t = words.useT()
  const may = useMay()
  const columns = useColumns()
  const { state, change } = useUrlState()
  const sort = state['sort'] ?? 'employee_no'
  const reading = useInfiniteQuery({
    queryKey: ['people', 'engineers', filters, sort], queryFn: ({ pageParam }) => engineers.list({ ...filters, sort }, pageParam),
    initialPageParam: '', getNextPageParam: (page) => page.next ?? undefined, placeholderData: keepPreviousData,
  })
  const rows = reading.data?.pages.flatMap((page) => page.items)
  const head = reading.data?.pages[0]
  const filtered = Object.values(filters).some(Boolean)
  return (
    <>
      <Read of={{ ...reading, data: rows }} rows={10} empty={[(all) => all.length === 0, <Empty key="e">{t(filtered ? 'nobody' : 'empty')}</Empty>]}>
        {(all) => (
          <div className={css.scroll}>
            <Table
              label={t('title')} columns={columns} rows={all} rowKey={(row) => row.id} active={state['engineer']} sort={sort} onSort={(next) => change({ sort: next })}
              onOpen={(row) => change({ engineer: row.id })} {...(may('engineer.roster') ? { selected, onSelect } : {})}
            />
          </div>
        )}
      </Read>
      <footer className={css.foot}>
        {head && <small>{t(head.count_exact ? 'count' : 'countMore', { n: head.count.toLocaleString() })}</small>}
        {reading.hasNextPage && <Button size="sm" disabled={reading.isFetchingNextPage} onClick={() => void reading.fetchNextPage()}>{t('more')}</Button>}
      </footer>
    </>
  )
}

/** What can be done to all chosen at once. */
function Bulk({ count, onAct, onClear }: { count: number; onAct: (mode: PlanMode) => void; onClear: () => void }) {
  const t = words.useT()
  if (count === 0) return null
  return (
    <div className={css.bulk} role="toolbar">
      <b>{t('selected', { n: count })}</b>
      <Button size="sm" icon={<CalendarPlus size={14} />} onClick={() => onAct('plan')} data-testid="bulk-plan">{t('plan')}</Button>
      <Button size="sm" icon={<CalendarX size={14} />} onClick={() => onAct('take')}>{t('takeOff')}</Button>
      <button type="button" onClick={onClear}>{t('clear')}</button>
    </div>
  )
}

function FilterBar({ roster }: { roster: boolean }) {
  const t = words.useT()
  const { state, change } = useUrlState()
  const outlets = useOutlets()
  const papers = (['all', 'soon', 'expired'] as const).map((value) => ({ value, label: t(`papers.${value}`) }))
  return (
    <div className={css.filters}>
      <SearchBox value={state['q'] ?? ''} placeholder={t('search')} onSearch={(q) => change({ q })} />
      <Select
        className={css.outlet} allowClear showSearch={{ optionFilterProp: 'label' }} placeholder={t('allOutlets')} aria-label={t('col.outlet')} options={outlets}
        {...(state['org'] ? { value: state['org'] } : {})} onChange={(org: string | undefined) => change({ org })}
      />
      {!roster && <span className={css.labelled}>{t('papers')} <Segments label={t('papers')} options={papers} value={(state['papers'] ?? 'all') as 'all'} onChange={(value) => change({ papers: value === ('all' as string) ? undefined : value })} /></span>}
      {!roster && <Checkbox checked={state['left'] === 'true'} onChange={(event) => change({ left: event.target.checked ? 'true' : undefined })}>{t('left')}</Checkbox>}
    </div>
  )
}

/** Who works for us: what they may do by skill and by law, who is there today, and how much they have. */
export function Engineers() {
  const t = words.useT()
  const may = useMay()
  const { state, change } = useUrlState()
  const [selected, setSelected] = useState<Set<string>>(new Set())
  const [planning, setPlanning] = useState<PlanMode | null>(null)
  const planned = () => {
    setPlanning(null)
    setSelected(new Set()) // the bar of the selection makes room for the one that takes it back
  }
  const [enrolling, setEnrolling] = useState(false)
  const roster = state['view'] === 'roster'
  const filters: Filters = { q: state['q'], org: state['org'], ...(roster ? {} : { papers: state['papers'], left: state['left'] }) }
  const views = (['list', 'roster'] as const).map((value) => ({ value, label: t(`view.${value}`) }))
  return (
    <Card
      title={t('title')}
      actions={
        <>
          <Segments label={t('view')} options={views} value={roster ? 'roster' : 'list'} onChange={(view) => change({ view: view === 'roster' ? view : undefined })} />
          {may('engineer.manage') && !roster && <ExportMenu path="/people/engineers/export" filters={filters} />}
          {may('engineer.manage') && <Button look="primary" icon={<Plus size={14} />} onClick={() => setEnrolling(true)} data-testid="enrol">{t('enrol')}</Button>}
        </>
      }
    >
      <FilterBar roster={roster} />
      {roster ? <RosterTable filters={filters} /> : <List filters={filters} selected={selected} onSelect={setSelected} />}
      <Bulk count={selected.size} onAct={setPlanning} onClear={() => setSelected(new Set())} />
      {planning && <PlanDialog ids={[...selected]} mode={planning} onClose={() => setPlanning(null)} onDone={planned} />}
      {enrolling && <EnrolDialog onClose={() => setEnrolling(false)} />}
      {state['engineer'] && <EngineerDrawer id={state['engineer']} onClose={() => change({ engineer: undefined, card: undefined })} />}
    </Card>
  )
}
