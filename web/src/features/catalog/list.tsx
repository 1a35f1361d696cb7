import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { App, Select } from 'antd'
import { FileUp, Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { ImportKind, ListQuery } from '@/api/catalog'
import type { Page } from '@/api/page'
import { asProblem } from '@/api/problem'
import { Button, Card, Tag } from '@/kit/basics'
import { useCategoryOptions } from '@/kit/categories'
import { ExportMenu } from '@/kit/export'
import { SearchBox } from '@/kit/filters'
import { useKeys } from '@/kit/keys'
import { useMay } from '@/kit/session'
import { Empty, Read } from '@/kit/states'
import { type Column, Table } from '@/kit/table'
import { useUrlState } from '@/kit/url'
import css from './catalog.module.css'
import { ImportDialog } from './import'
import { words } from './words'

export const Named = ({ row, name }: { row: { active: boolean; name: string }; name?: string }) => {
  const t = words.useT()
  return <>{row.name} {!row.active && <Tag>{t(name === 'queue' ? 'closed' : 'retired')}</Tag>}</>
}

type What = 'products' | 'parts' | 'services' | 'queues'

interface Props<Row> {
  what: What
  columns: Column<Row>[]
  read: (query: ListQuery) => Promise<Page<Row>>
  /** Who may write, and which tables can be brought. */
  verb: string
  brings?: ImportKind
  /** Where the list is read as a file. */
  file: string
  filtered?: boolean
  /** The dialog of a row (`new` for one to add). */
  dialog: (id: string, close: () => void) => ReactNode
}

/** A list of the house with its search, filters, form and import; all of it in the address. */
export function ItemList<Row extends { id: string }>({ what, columns, read, verb, brings, file, filtered = true, dialog }: Props<Row>) {
  const t = words.useT()
  const may = useMay()
  const { state, change } = useUrlState()
  const names = useCategoryOptions(state['category'])
  const [focused, setFocused] = useState(-1)
  const query = { q: state['q'], category: filtered ? state['category'] : undefined, state: filtered ? (state['state'] ?? 'active') : undefined, sort: state['sort'] }
  const list = useInfiniteQuery({
    queryKey: ['catalog', what, query], queryFn: ({ pageParam }) => read({ ...query, cursor: pageParam }),
    initialPageParam: '', getNextPageParam: (page) => page.next ?? undefined, placeholderData: keepPreviousData,
  })
  const rows = list.data?.pages.flatMap((page) => page.items)
  const first = list.data?.pages[0]
  const opened = state['open']
  const close = () => change({ open: undefined })
  const writes = may(verb)
  const idle = opened === undefined && state['import'] === undefined
  const step = (by: number) => setFocused((at) => Math.max(0, Math.min((rows?.length ?? 1) - 1, at + by)))
  const focusedRow = rows?.[focused]
  useKeys(idle ? {
    j: () => step(1), k: () => step(-1), Enter: focusedRow && (() => change({ open: focusedRow.id })), c: writes ? () => change({ open: 'new' }) : undefined,
  } : {})
  const asked = Boolean(state['q'] ?? state['category'] ?? state['state'])
  const nothing = asked
    ? <Empty key="e">{t('found.nothing')}</Empty>
    : <Empty key="e" action={writes && <Button look="primary" onClick={() => change({ open: 'new' })}>{t(`${what}.add`)}</Button>}>{t(`${what}.empty`)}</Empty>
  return (
    <Card
      title={t(what)} note={first && t('count', { n: first.count_exact ? first.count : `${first.count.toLocaleString()}+` })}
      actions={writes && (
        <>
          <ExportMenu path={file} filters={{ ...query, sort: undefined }} />
          {brings && <Button icon={<FileUp size={14} />} onClick={() => change({ import: '1' })} data-testid="import">{t('import')}</Button>}
          <Button look="primary" icon={<Plus size={14} />} shortcut="C" onClick={() => change({ open: 'new' })} data-testid="add">{t(`${what}.add`)}</Button>
        </>
      )}
    >
      <div className={css.filters}>
        <SearchBox key={state['q'] ?? ''} value={state['q'] ?? ''} placeholder={t(`${what}.search`)} onSearch={(q) => change({ q })} />
        {filtered && (
          <>
            <Select className={css.choice} aria-label={t('col.category')} value={state['category'] ?? ''} showSearch={{ optionFilterProp: 'label' }} onChange={(category) => change({ category })} options={[{ value: '', label: t('allCategories') }, ...names]} />
            <Select className={css.state} aria-label={t('state')} value={state['state'] ?? 'active'} onChange={(next) => change({ state: next === 'active' ? undefined : next })} options={(['active', 'retired', 'all'] as const).map((value) => ({ value, label: t(`state.${value}`) }))} />
          </>
        )}
      </div>
      <Read of={{ ...list, data: rows }} rows={10} empty={[(all) => all.length === 0, nothing]}>
        {(all) => (
          <Table
            columns={columns} rows={all} rowKey={(row) => row.id} label={t(what)} onOpen={(row) => change({ open: row.id })}
            sort={state['sort']} onSort={(sort) => change({ sort })} focused={focusedRow?.id} active={opened}
          />
        )}
      </Read>
      {list.hasNextPage && <div className={css.more}><Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>＋ 50</Button></div>}
      {opened !== undefined && (opened !== 'new' || writes) && dialog(opened, close)}
      {brings && writes && state['import'] !== undefined && <ImportDialog what={brings} onClose={() => change({ import: undefined })} />}
    </Card>
  )
}

/** Read the lists again after a write. */
export function useWritten(what: 'catalog' | 'units' = 'catalog') {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: [what] })
}

/** Take a row out of use, after a question, or bring it back. */
export function Retire({ name, active, queue = false, onChange, onDone }: {
  name: string
  active: boolean
  queue?: boolean
  onChange: (active: boolean) => Promise<unknown>
  onDone: () => void
}) {
  const t = words.useT()
  const { modal, message } = App.useApp()
  const write = (next: boolean) => onChange(next).then(() => {
    void message.success(t('saved'))
    onDone()
  }, (error: unknown) => void message.error(asProblem(error).message))
  const ask = () => void modal.confirm({
    title: t(queue ? 'close.ask' : 'retire.ask', { name }), content: t(queue ? 'close.why' : 'retire.why'),
    okText: t(queue ? 'close' : 'retire'), okButtonProps: { danger: true }, onOk: () => write(false),
  })
  if (!active) return <Button onClick={() => void write(true)} data-testid="restore">{t(queue ? 'reopen' : 'restore')}</Button>
  return <Button look="danger" onClick={ask} data-testid="retire">{t(queue ? 'close' : 'retire')}</Button>
}
