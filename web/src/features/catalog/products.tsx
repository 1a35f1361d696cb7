import { useQuery } from '@tanstack/react-query'
import { type ProductRow, products } from '@/api/catalog'
import { Tag } from '@/kit/basics'
import { useCategoryName, useCategoryOptions } from '@/kit/categories'
import { AddDialog, type EditField, EditDialog, type Values } from '@/kit/edit'
import { useMay } from '@/kit/session'
import { Read } from '@/kit/states'
import type { Column } from '@/kit/table'
import { ItemList, Named, Retire, useWritten } from './list'
import { words } from './words'

const pairsOf = (months: Record<string, number>): string => Object.entries(months).map(([code, number]) => `${code}:${number}`).join(';')

const monthsOf = (pairs: Values[string]): Record<string, number> =>
  Object.fromEntries(String(pairs ?? '').split(';').filter(Boolean).map((pair) => [pair.slice(0, pair.lastIndexOf(':')), Number(pair.slice(pair.lastIndexOf(':') + 1))]))

const read = (row: ProductRow): Values => ({
  model: row.model, name_zh: row.name_zh, name_en: row.name_en, category: row.category, warranty_months: String(row.warranty_months),
  parts_warranty: pairsOf(row.parts_warranty), high_end: row.high_end, sold_from: row.sold_from,
})

/** The form's texts as the server takes them. */
const sent = (values: Values) => ({
  ...values, ...('parts_warranty' in values ? { parts_warranty: monthsOf(values['parts_warranty'] ?? null) } : {}),
  ...('high_end' in values ? { high_end: values['high_end'] === true } : {}),
})

function useFields(own?: string): EditField[] {
  const t = words.useT()
  return [
    { name: 'model', label: t('field.model'), kind: 'text', required: true, fixed: true },
    { name: 'name_zh', label: t('field.name_zh'), kind: 'text', required: true },
    { name: 'name_en', label: t('field.name_en'), kind: 'text', required: true },
    { name: 'category', label: t('field.category'), kind: 'choice', required: true, options: useCategoryOptions(own) },
    { name: 'warranty_months', label: t('field.warranty'), kind: 'number', required: true },
    { name: 'parts_warranty', label: t('field.partsWarranty'), kind: 'pairs', heads: [t('field.partCode'), t('field.months')] },
    { name: 'high_end', label: t('field.highEnd'), kind: 'flag' },
    { name: 'sold_from', label: t('field.soldFrom'), kind: 'date' },
  ]
}

function Edit({ id, onClose }: { id: string; onClose: () => void }) {
  const may = useMay()
  const written = useWritten()
  const row = useQuery({ queryKey: ['catalog', 'product', id], queryFn: () => products.one(id), gcTime: 0 })
  const fields = useFields(row.data?.category)
  return (
    <Read of={row} rows={0}>
      {(one) => (
        <EditDialog
          title={one.model} fields={fields} row={one} read={read} onSaved={written} onClose={onClose}
          save={(changes, version) => products.change(id, sent(changes), version)}
          aside={may('catalog.edit') && <Retire name={one.model} active={one.active} onChange={(active) => products.change(id, { active }, one.version)} onDone={() => { written(); onClose() }} />}
        />
      )}
    </Read>
  )
}

function Add({ onClose }: { onClose: () => void }) {
  const t = words.useT()
  const fields = useFields()
  return <AddDialog title={t('products.add')} fields={fields} values={{ warranty_months: '72' }} onSaved={useWritten()} onClose={onClose} save={(values) => products.add(sent(values) as never)} />
}

/** The models that are sold. */
export function Products() {
  const t = words.useT()
  const name = useCategoryName()
  const columns: Column<ProductRow>[] = [
    { key: 'model', title: t('col.model'), width: 190, sort: 'model', cell: (row) => <b>{row.model}</b> },
    { key: 'name', title: t('col.name'), cell: (row) => <><Named row={row} /> {row.high_end && <Tag>{t('highEnd')}</Tag>}</> },
    { key: 'category', title: t('col.category'), width: 150, cell: (row) => name(row.category) },
    { key: 'warranty', title: t('col.warranty'), width: 110, align: 'right', sort: 'warranty_months', cell: (row) => t('months', { n: row.warranty_months }) },
    { key: 'sold', title: t('col.sold'), width: 120, align: 'right', sort: 'sold_from', from: 1200, cell: (row) => row.sold_from ?? '—' },
  ]
  return <ItemList what="products" columns={columns} read={products.list} verb="catalog.edit" brings="products" file="/catalog/products/export" dialog={(id, close) => (id === 'new' ? <Add onClose={close} /> : <Edit id={id} onClose={close} />)} />
}
