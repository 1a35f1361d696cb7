import { useQuery } from '@tanstack/react-query'
import { type ServiceRow, services } from '@/api/catalog'
import { AddDialog, type EditField, EditDialog, type Values } from '@/kit/edit'
import { useCategoryName, useCategoryOptions } from '@/kit/categories'
import { useMay } from '@/kit/session'
import { Read } from '@/kit/states'
import type { Column } from '@/kit/table'
import { useTerm } from '@/kit/terms'
import { ItemList, Named, Retire, useWritten } from './list'
import { words } from './words'

const orderTypes = [
  'installation', 'commissioning', 'repair', 'maintenance', 'inspection', 'assessment', 'relocation', 'depot_repair', 'exchange', 'recycling', 'training',
]
/** A choice needs a value of its own; the server's is nothing. */
const every = '*'

const read = (row: ServiceRow): Values => ({
  code: row.code, name_zh: row.name_zh, name_en: row.name_en, category: row.category ?? every, order_type: row.order_type, price: row.price, minutes: String(row.minutes),
})

const sent = (values: Values) => ({ ...values, ...('category' in values ? { category: values['category'] === every ? null : values['category'] } : {}) })

function useFields(own?: string | null): EditField[] {
  const t = words.useT()
  const term = useTerm()
  return [
    { name: 'code', label: t('field.code'), kind: 'text', required: true, fixed: true },
    { name: 'name_zh', label: t('field.name_zh'), kind: 'text', required: true },
    { name: 'name_en', label: t('field.name_en'), kind: 'text', required: true },
    { name: 'category', label: t('field.category'), kind: 'choice', required: true, options: [{ value: every, label: t('every') }, ...useCategoryOptions(own)] },
    { name: 'order_type', label: t('field.orderType'), kind: 'choice', required: true, options: orderTypes.map((value) => ({ value, label: term('order_type', value) })) },
    { name: 'price', label: t('field.price'), kind: 'number', required: true, unit: t('yuan') },
    { name: 'minutes', label: t('field.minutes'), kind: 'number', required: true },
  ]
}

function Edit({ id, onClose }: { id: string; onClose: () => void }) {
  const may = useMay()
  const written = useWritten()
  const row = useQuery({ queryKey: ['catalog', 'service', id], queryFn: () => services.one(id), gcTime: 0 })
  const fields = useFields(row.data?.category)
  return (
    <Read of={row} rows={0}>
      {(one) => (
        <EditDialog
          title={one.code} fields={fields} row={one} read={read} onSaved={written} onClose={onClose}
          save={(changes, version) => services.change(id, sent(changes) as never, version)}
          aside={may('catalog.edit') && <Retire name={one.name} active={one.active} onChange={(active) => services.change(id, { active }, one.version)} onDone={() => { written(); onClose() }} />}
        />
      )}
    </Read>
  )
}

function Add({ onClose }: { onClose: () => void }) {
  const t = words.useT()
  const fields = useFields()
  return <AddDialog title={t('services.add')} fields={fields} values={{ category: every }} onSaved={useWritten()} onClose={onClose} save={(values) => services.add(sent(values) as never)} />
}

/** What is done for a price. */
export function Services() {
  const t = words.useT()
  const term = useTerm()
  const name = useCategoryName(t('every'))
  const columns: Column<ServiceRow>[] = [
    { key: 'code', title: t('col.code'), width: 170, sort: 'code', cell: (row) => <b>{row.code}</b> },
    { key: 'name', title: t('col.name'), cell: (row) => <Named row={row} /> },
    { key: 'category', title: t('col.category'), width: 150, cell: (row) => name(row.category) },
    { key: 'type', title: t('col.orderType'), width: 120, cell: (row) => term('order_type', row.order_type) },
    { key: 'minutes', title: t('col.minutes'), width: 90, align: 'right', cell: (row) => t('minutes', { n: row.minutes }) },
    { key: 'price', title: t('col.price'), width: 110, align: 'right', sort: 'price', cell: (row) => row.price },
  ]
  return <ItemList what="services" columns={columns} read={services.list} verb="catalog.edit" brings="services" file="/catalog/service-items/export" dialog={(id, close) => (id === 'new' ? <Add onClose={close} /> : <Edit id={id} onClose={close} />)} />
}
