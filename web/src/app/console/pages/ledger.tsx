import { useQuery } from '@tanstack/react-query'
import { Eye, FileWarning } from 'lucide-react'
import { useState } from 'react'
import { address } from '@/api/client'
import { ledger, type LedgerEvent } from '@/api/ledger'
import { EventList, EventPanel, SealState } from '@/features/ledger/ledger'
import { words } from '@/features/ledger/words'
import { Button, Tag } from '@/kit/basics'
import { FilterTokens, SearchBox } from '@/kit/filters'
import { PageTitle, Pane, Panes, ToolBar } from '@/kit/page'
import { Empty } from '@/kit/states'
import { useUrlState } from '@/kit/url'

const uuid = /^[0-9a-f]{8}-/i

/** Proves what happened: the seal in words, the events, one event's proof. */
export function LedgerPage() {
  const t = words.useT()
  const { state, change } = useUrlState()
  const [event, setEvent] = useState<LedgerEvent | null>(null)
  const seal = useQuery({ queryKey: ['ledger', 'state'], queryFn: ledger.state })
  const filters = { case: state['case'], name: state['name'] }
  const find = (text: string) => change(uuid.test(text) ? { case: text } : { name: text || undefined })
  const named = `name.${filters.name}`
  const tokens = [
    ...(filters.case ? [{ key: 'case', name: t('case'), value: filters.case.slice(0, 13), onRemove: () => change({ case: undefined }) }] : []),
    ...(filters.name ? [{ key: 'name', name: t('filter.name'), value: words.has(named) ? t(named) : filters.name, onRemove: () => change({ name: undefined }) }] : []),
  ]
  return (
    <>
      <PageTitle><h1>{t('title')}</h1> <Tag icon={<Eye size={12} />}>{t('watched')}</Tag></PageTitle>
      <SealState />
      <ToolBar right={(['csv', 'xlsx'] as const).map((format) => <a key={format} href={address('/ledger/export', { ...filters, format })}>{t(`export.${format}`)}</a>)}>
        <SearchBox value="" placeholder={t('search')} onSearch={find} />
        <FilterTokens tokens={tokens} />
        {!filters.name && <Button size="sm" look="quiet" onClick={() => change({ name: 'RowsExported' })}>{t('name.RowsExported')}</Button>}
        {!filters.name && seal.data && seal.data.alarms > 0 && <Button size="sm" look="quiet" icon={<FileWarning size={14} />} onClick={() => change({ name: 'TooMuchTaken' })}>{t('alarms', { n: seal.data.alarms })}</Button>}
      </ToolBar>
      <Panes columns="minmax(0, 1fr) 396px">
        <Pane><EventList filters={filters} current={event?.id} onPick={setEvent} sealedTo={seal.data?.sealed_to ?? 0} /></Pane>
        <Pane look="canvas">{event ? <EventPanel event={event} onCase={(caseId) => change({ case: caseId })} /> : <Empty>{t('choose')}</Empty>}</Pane>
      </Panes>
    </>
  )
}
