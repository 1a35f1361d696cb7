import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Select } from 'antd'
import { RotateCw } from 'lucide-react'
import { type DeadJob, jobs } from '@/api/jobs'
import { asProblem } from '@/api/problem'
import { Button, Card } from '@/kit/basics'
import { Empty, Read } from '@/kit/states'
import { type Column, Table } from '@/kit/table'
import { exact, momentOf, useNow } from '@/kit/time'
import { useUrlState } from '@/kit/url'
import css from './jobs.module.css'
import { words } from './words'

/** Another try for one job or a kind: asked first, told after, and what is listed is read again. */
function Again({ act, ask, all = false }: { act: () => Promise<{ revived: number }>; ask: string; all?: boolean }) {
  const t = words.useT()
  const client = useQueryClient()
  const { message, modal } = App.useApp()
  const run = useMutation({
    mutationFn: act,
    onSuccess: ({ revived }) => void message.success(t('done', { n: revived })),
    onError: (error) => void message.error(asProblem(error).message),
    onSettled: () => client.invalidateQueries({ queryKey: ['jobs'] }),
  })
  const confirm = () => void modal.confirm({ title: ask, okText: t('again'), cancelText: t('close'), onOk: () => run.mutate() })
  return (
    <Button {...(all ? { icon: <RotateCw size={14} /> } : { size: 'sm', look: 'quiet' })} disabled={run.isPending} onClick={confirm} data-testid={all ? 'revive-all' : 'revive'}>
      {t(all ? 'all' : 'again')}
    </Button>
  )
}

function useColumns(): Column<DeadJob>[] {
  const t = words.useT()
  const now = useNow()
  return [
    { key: 'task', title: t('col.task'), width: 270, cell: (row) => <b title={row.task}>{row.name}</b> },
    { key: 'at', title: t('col.at'), width: 120, cell: (row) => row.died_at && <span title={exact(row.died_at)}>{momentOf(row.died_at, now)}</span> },
    { key: 'attempts', title: t('col.attempts'), width: 90, cell: (row) => t('attempts', { n: row.attempts, max: row.max_attempts }) },
    { key: 'cause', title: t('col.cause'), cell: (row) => <span title={row.error}>{row.cause} <small>{row.error}</small></span> },
    { key: 'again', title: '', width: 110, align: 'right', cell: (row) => <Again act={() => jobs.revive(row.id)} ask={t('ask')} /> },
  ]
}

/** Jobs that failed in their last attempt: what they were, why, and another try for one or a whole kind. */
export function DeadJobs() {
  const t = words.useT()
  const { state, change } = useUrlState()
  const task = state['task']
  const columns = useColumns()
  const kinds = useQuery({ queryKey: ['jobs', 'kinds'], queryFn: jobs.kinds })
  const list = useInfiniteQuery({
    queryKey: ['jobs', 'dead', task], queryFn: ({ pageParam }) => jobs.dead(task, pageParam),
    initialPageParam: '', getNextPageParam: (page) => page.next ?? undefined, placeholderData: keepPreviousData,
  })
  const rows = list.data?.pages.flatMap((page) => page.items)
  const known = kinds.data ?? []
  const total = known.reduce((sum, kind) => sum + kind.count, 0)
  const chosen = known.find((kind) => kind.task === task) ?? (known.length === 1 && !task ? known[0] : undefined)
  return (
    <Card
      title={t('title')} note={kinds.data && t('count', { n: total })}
      actions={chosen && <Again all act={() => jobs.reviveAll(chosen.task)} ask={t('askAll', { name: chosen.name, n: chosen.count })} />}
    >
      <div className={css.head}>
        <p>{t('why')}</p>
        {(known.length > 1 || task) && (
          <Select
            className={css.choice} aria-label={t('kinds')} value={chosen?.task ?? ''} onChange={(next) => change({ task: next })}
            options={[{ value: '', label: t('every', { n: total }) }, ...known.map((kind) => ({ value: kind.task, label: t('kind', { name: kind.name, n: kind.count }) }))]}
          />
        )}
      </div>
      <Read of={{ ...list, data: rows }} rows={6} empty={[(all) => all.length === 0, <Empty key="e">{t(task ? 'empty.kind' : 'empty')}</Empty>]}>
        {(all) => <Table columns={columns} rows={all} rowKey={(row) => row.id} label={t('title')} />}
      </Read>
      {list.hasNextPage && <div className={css.more}><Button disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>＋ 50</Button></div>}
    </Card>
  )
}
