import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { policies, type PolicyBrief } from '@/api/policies'
import { listed } from '@/i18n'
import { Card } from '@/kit/basics'
import { Empty, Read } from '@/kit/states'
import { type Column, Table } from '@/kit/table'
import { momentOf, useNow } from '@/kit/time'
import { words } from './words'

/** Every rule of the house and which version is in force. */
export function PolicyList() {
  const t = words.useT()
  const now = useNow()
  const navigate = useNavigate()
  const list = useQuery({ queryKey: ['policies'], queryFn: policies.list })
  const columns: Column<PolicyBrief>[] = [
    { key: 'kind', title: t('col.kind'), cell: (row) => <><b>{row.title}</b> <small>{row.kind}</small></> },
    { key: 'version', title: t('col.version'), width: 90, cell: (row) => t('count', { n: row.versions }) },
    { key: 'since', title: t('col.since'), width: 150, cell: (row) => (row.effective_from ? momentOf(row.effective_from, now) : t('shipped')) },
    { key: 'standards', title: t('col.standards'), width: 150, cell: (row) => listed(row.standards) },
  ]
  return (
    <Card title={t('title')}>
      <Read of={list} rows={8} empty={[(all) => all.length === 0, <Empty key="e">{t('empty')}</Empty>]}>
        {(all) => <Table columns={columns} rows={all} rowKey={(row) => row.kind} onOpen={(row) => void navigate({ to: '/settings/policies/$kind', params: { kind: row.kind } })} />}
      </Read>
    </Card>
  )
}
