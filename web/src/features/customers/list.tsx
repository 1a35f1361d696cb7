import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type CustomerRow, customers } from '@/api/customers'
import { listed } from '@/i18n'
import { Button, Tag, TierBadge } from '@/kit/basics'
import { Empty, Read } from '@/kit/states'
import { type Column, Table } from '@/kit/table'
import { useTerm } from '@/kit/terms'
import css from './customers.module.css'
import { words } from './words'

export function CustomerList({ query }: { query: string }) {
  const t = words.useT()
  const term = useTerm()
  const navigate = useNavigate()
  const reading = useInfiniteQuery({
    queryKey: ['customers', 'list', query], queryFn: ({ pageParam }) => customers.list(query, pageParam),
    initialPageParam: '', getNextPageParam: (page) => page.next ?? undefined, placeholderData: keepPreviousData,
  })
  const rows = reading.data?.pages.flatMap((page) => page.items)
  const columns: Column<CustomerRow>[] = [
    { key: 'name', title: t('col.name'), width: 240, cell: (row) => <><b>{row.name}</b> <TierBadge tier={row.tier} /> {row.elderly && <Tag tone="soon">{t('elderly')}</Tag>}</> },
    { key: 'kind', title: t('col.kind'), width: 80, cell: (row) => term('kind', row.kind), from: 1200 },
    { key: 'phone', title: t('col.phone'), width: 150, cell: (row) => listed(row.phones) || '—' },
    { key: 'address', title: t('col.address'), cell: (row) => row.address || '—' },
  ]
  return (
    <div className={css.list}>
      <Read of={{ ...reading, data: rows }} rows={12} empty={[(all) => all.length === 0, <Empty key="e">{t('empty')}</Empty>]}>
        {(all) => <Table columns={columns} rows={all} rowKey={(row) => row.id} onOpen={(row) => void navigate({ to: '/customers/$id', params: { id: row.id } })} />}
      </Read>
      {reading.hasNextPage && <div className={css.more}><Button onClick={() => void reading.fetchNextPage()}>＋</Button></div>}
    </div>
  )
}
