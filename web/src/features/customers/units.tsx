import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { units, type UnitRow } from '@/api/customers'
import { Button, Tag } from '@/kit/basics'
import { useCategoryName } from '@/kit/categories'
import { KeyLine } from '@/kit/page'
import { useMay } from '@/kit/session'
import { Empty, Read } from '@/kit/states'
import { type Column, Table } from '@/kit/table'
import { useTerm } from '@/kit/terms'
import css from './customers.module.css'
import { EditUnit } from './edit'
import { words } from './words'

/** A sheet of codes to put on the units: 3 × 8 on A4. */
function QrSheet({ rows, onClose }: { rows: readonly UnitRow[]; onClose: () => void }) {
  const t = words.useT()
  return (
    <div className={css.sheet}>
      <header><Button onClick={onClose}>{t('sheet.close')}</Button> <Button look="primary" icon={<Printer size={14} />} onClick={() => window.print()}>{t('sheet.now')}</Button></header>
      <div className={css.codes}>
        {rows.map((unit) => (
          <figure key={unit.id}>
            <img src={units.qr(unit.id)} alt={unit.serial} width={120} height={120} />
            <figcaption><b>{t('sheet.title')}</b><span>{unit.model}</span><small>SN {unit.serial}</small></figcaption>
          </figure>
        ))}
      </div>
    </div>
  )
}

function useColumns(): Column<UnitRow>[] {
  const t = words.useT()
  const term = useTerm()
  const category = useCategoryName()
  return [
    { key: 'serial', title: t('units.serial'), width: 190, cell: (row) => row.serial },
    { key: 'product', title: t('units.product'), width: 280, cell: (row) => <b>{row.name}</b> },
    { key: 'category', title: '', width: 110, cell: (row) => category(row.category), from: 1200 },
    { key: 'room', title: t('units.room'), cell: (row) => row.room || '—' },
    { key: 'installed', title: t('units.installed'), width: 120, cell: (row) => row.installed_on ?? '—' },
    { key: 'coverage', title: t('units.coverage'), width: 140, cell: (row) => <Tag tone={row.coverage.covered === 'out' ? 'soon' : 'good'}>{term('coverage', row.coverage.covered)}</Tag> },
    { key: 'warranty', title: t('units.warranty'), width: 120, cell: (row) => row.coverage.until ?? '—' },
  ]
}

export function UnitList({ query, search, act }: { query: string; search: ReactNode; act: ReactNode }) {
  const t = words.useT()
  const columns = useColumns()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const may = useMay()
  const [editing, setEditing] = useState<string | null>(null)
  const [printing, setPrinting] = useState(false)
  const reading = useInfiniteQuery({
    queryKey: ['units', query], queryFn: ({ pageParam }) => units.list(query, pageParam), initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined, placeholderData: keepPreviousData,
  })
  const rows = reading.data?.pages.flatMap((page) => page.items)
  const chosen = (rows ?? []).filter((row) => selected.has(row.id))
  if (printing) return <QrSheet rows={chosen} onClose={() => setPrinting(false)} />
  return (
    <>
      <div className={css.bar}>
        {search}
        <span className={css.acts}>
          <Button icon={<Printer size={14} />} disabled={chosen.length === 0} onClick={() => setPrinting(true)}>{t('units.print', { n: chosen.length })}</Button>
          {act}
        </span>
      </div>
      <div className={css.list}>
        <Read of={{ ...reading, data: rows }} rows={12} empty={[(all) => all.length === 0, <Empty key="e">{t('units.empty')}</Empty>]}>
          {(all) => <Table columns={columns} rows={all} rowKey={(row) => row.id} selected={selected} onSelect={setSelected} {...(may('unit.edit') ? { onOpen: (row: UnitRow) => setEditing(row.id) } : {})} />}
        </Read>
        {editing && <EditUnit id={editing} onClose={() => setEditing(null)} />}
        {reading.hasNextPage && <div className={css.more}><Button onClick={() => void reading.fetchNextPage()}>＋</Button></div>}
      </div>
      <KeyLine keys={[]}>{t('units.count', { n: reading.data?.pages[0]?.count ?? '…' })}</KeyLine>
    </>
  )
}
