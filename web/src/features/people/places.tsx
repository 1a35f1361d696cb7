import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type AuthorisationRow, people } from '@/api/people'
import { Button, Card } from '@/kit/basics'
import { useCategoryName } from '@/kit/categories'
import { ExportMenu } from '@/kit/export'
import { SearchBox } from '@/kit/filters'
import { useMay } from '@/kit/session'
import { Empty, Read } from '@/kit/states'
import { type Column, Table } from '@/kit/table'
import { useTerm } from '@/kit/terms'
import { useStaffWrite } from './users'
import { words } from './words'

/** Which outlet serves which streets: address × category × order type, main and backup, with a daily quota. */
export function Authorisations() {
  const t = words.useT()
  const term = useTerm()
  const category = useCategoryName(t('any'))
  const may = useMay()
  const [area, setArea] = useState('')
  const list = useQuery({ queryKey: ['people', 'authorisations', area], queryFn: () => people.authorisations(area) })
  const end = useStaffWrite((id: string) => people.endAuthorisation(id))
  const columns: Column<AuthorisationRow>[] = [
    { key: 'area', title: t('col.area'), cell: (row) => row.area },
    { key: 'outlet', title: t('col.outlet'), width: 180, cell: (row) => <b>{row.outlet}</b> },
    { key: 'category', title: t('col.category'), width: 120, cell: (row) => category(row.category) },
    { key: 'type', title: t('col.orderType'), width: 100, cell: (row) => (row.order_type ? term('order_type', row.order_type) : t('any')) },
    { key: 'rank', title: t('col.rank'), width: 70, align: 'right', cell: (row) => row.rank },
    { key: 'quota', title: t('col.quota'), width: 70, align: 'right', cell: (row) => row.daily_quota ?? '—' },
    { key: 'valid', title: t('col.valid'), width: 190, cell: (row) => `${row.valid_from} – ${row.valid_to ?? ''}` },
    ...(may('authorisation.manage') ? [{ key: 'end', title: '', width: 100, align: 'right' as const, cell: (row: AuthorisationRow) => !row.valid_to && <Button size="sm" look="quiet" onClick={() => end.mutate(row.id)}>{t('authorisations.end')}</Button> }] : []),
  ]
  return (
    <Card title={t('authorisations')} actions={<><SearchBox value={area} placeholder={t('authorisations.search')} onSearch={setArea} />{may('authorisation.manage') && <ExportMenu path="/people/authorisations/export" filters={{ area }} />}</>}>
      <Read of={list} rows={10} empty={[(page) => page.items.length === 0, <Empty key="e">{t('authorisations.empty')}</Empty>]}>
        {(page) => <Table columns={columns} rows={page.items} rowKey={(row) => row.id} />}
      </Read>
    </Card>
  )
}
