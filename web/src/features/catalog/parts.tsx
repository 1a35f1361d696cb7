import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type PartDetail, type PartRow, parts, products } from '@/api/catalog'
import { Tag } from '@/kit/basics'
import { useCategoryName, useCategoryOptions } from '@/kit/categories'
import { AddDialog, type EditField, EditDialog, type Values } from '@/kit/edit'
import { useMay } from '@/kit/session'
import { Read } from '@/kit/states'
import type { Column } from '@/kit/table'
import { ItemList, Named, Retire, useWritten } from './list'
import { words } from './words'

const read = (row: PartDetail): Values => ({
  code: row.code, name_zh: row.name_zh, name_en: row.name_en, category: row.category, price: row.price, cost: row.cost,
  products: row.products.map((one) => one.id).join(','), returnable: row.returnable,
})

const sent = (values: Values) => ({
  ...values, ...('products' in values ? { products: String(values['products'] ?? '').split(',').filter(Boolean) } : {}),
  ...('returnable' in values ? { returnable: values['returnable'] === true } : {}),
})

/** Models as choices: those the part fits, and those that match what is typed. */
function useModels(own: PartDetail['products'] = []) {
  const [typed, setTyped] = useState('')
  const found = useQuery({ queryKey: ['catalog', 'models', typed], queryFn: () => products.list({ q: typed }), placeholderData: keepPreviousData })
  const known = new Map(own.map((one) => [one.id, one.model]))
  for (const row of found.data?.items ?? []) known.set(row.id, row.model)
  return { options: [...known].map(([value, label]) => ({ value, label })), onSearch: setTyped }
}

function useFields(own?: PartDetail): EditField[] {
  const t = words.useT()
  const may = useMay()
  const models = useModels(own?.products)
  return [
    { name: 'code', label: t('field.code'), kind: 'text', required: true, fixed: true },
    { name: 'name_zh', label: t('field.name_zh'), kind: 'text', required: true },
    { name: 'name_en', label: t('field.name_en'), kind: 'text', required: true },
    { name: 'category', label: t('field.category'), kind: 'choice', required: true, options: useCategoryOptions(own?.category) },
    { name: 'price', label: t('field.price'), kind: 'number', required: true, unit: t('yuan') },
    ...(may('see.part.cost') ? [{ name: 'cost', label: t('field.cost'), kind: 'number', unit: t('yuan') } as const] : []),
    { name: 'products', label: t('field.fits'), kind: 'many', ...models },
    { name: 'returnable', label: t('field.returnable'), kind: 'flag' },
  ]
}

function Edit({ id, onClose }: { id: string; onClose: () => void }) {
  const may = useMay()
  const written = useWritten()
  const row = useQuery({ queryKey: ['catalog', 'part', id], queryFn: () => parts.one(id), gcTime: 0 })
  const fields = useFields(row.data)
  return (
    <Read of={row} rows={0}>
      {(one) => (
        <EditDialog
          title={one.code} fields={fields} row={one} read={read} onSaved={written} onClose={onClose}
          save={(changes, version) => parts.change(id, sent(changes), version)}
          aside={may('catalog.parts') && <Retire name={one.code} active={one.active} onChange={(active) => parts.change(id, { active }, one.version)} onDone={() => { written(); onClose() }} />}
        />
      )}
    </Read>
  )
}

function Add({ onClose }: { onClose: () => void }) {
  const t = words.useT()
  const fields = useFields()
  return <AddDialog title={t('parts.add')} fields={fields} onSaved={useWritten()} onClose={onClose} save={(values) => parts.add(sent(values) as never)} />
}

/** The parts master. */
export function Parts() {
  const t = words.useT()
  const may = useMay()
  const name = useCategoryName()
  const columns: Column<PartRow>[] = [
    { key: 'code', title: t('col.code'), width: 170, sort: 'code', cell: (row) => <b>{row.code}</b> },
    { key: 'name', title: t('col.name'), cell: (row) => <><Named row={row} /> {row.returnable && <Tag>{t('returned')}</Tag>}</> },
    { key: 'category', title: t('col.category'), width: 150, cell: (row) => name(row.category) },
    { key: 'fits', title: t('col.fits'), width: 100, align: 'right', from: 1200, cell: (row) => row.fits },
    ...(may('see.part.cost') ? [{ key: 'cost', title: t('col.cost'), width: 100, align: 'right' as const, cell: (row: PartRow) => row.cost ?? '—' }] : []),
    { key: 'price', title: t('col.price'), width: 110, align: 'right', sort: 'price', cell: (row) => row.price },
  ]
  return <ItemList what="parts" columns={columns} read={parts.list} verb="catalog.parts" brings="parts" file="/catalog/parts/export" dialog={(id, close) => (id === 'new' ? <Add onClose={close} /> : <Edit id={id} onClose={close} />)} />
}
