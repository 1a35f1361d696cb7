import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { GitMerge, UserPlus, X } from 'lucide-react'
import { useState } from 'react'
import { asProblem } from '@/api/problem'
import { type TicketRow, tickets } from '@/api/tickets'
import { Kbd } from '@/kit/basics'
import { useKeys } from '@/kit/keys'
import { offerUndo } from '@/kit/undo'
import { AssignDialog } from './assign'
import { MergeDialog } from './merge'
import css from './tickets.module.css'
import { words } from './words'

/** Send one act for many tickets; says which were refused and why, and offers to take it back. */
export function useBulk() {
  const t = words.useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: ({ ids, action, args }: { ids: string[]; action: string; args: Record<string, unknown> }) => tickets.bulk(ids, action, args),
    onSuccess: (result) => {
      if (result.undo) offerUndo(t('bulk.done', { n: result.done }), result.undo.token, result.undo.seconds)
      else void message.success(t('bulk.done', { n: result.done }))
      const [first] = result.refused
      if (first) void message.warning(t('bulk.refused', { n: result.refused.length, why: first.text }))
    },
    onError: (error) => void message.error(asProblem(error).message),
    onSettled: () => client.invalidateQueries({ queryKey: ['tickets'] }),
  })
}

/** Several tickets into one: each merge stands for itself in the ledger. */
function useMergeAll() {
  const t = words.useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: async ({ ids, into }: { ids: string[]; into: string }) => {
      for (const id of ids) await tickets.act(id, 'merge', { into })
      return ids.length
    },
    onSuccess: (n) => void message.success(t('bulk.done', { n })),
    onError: (error) => void message.error(asProblem(error).message),
    onSettled: () => client.invalidateQueries({ queryKey: ['tickets'] }),
  })
}

/** Floats in ink over the list and says what is odd in the selection. */
export function BulkBar({ rows, onClear, assigning, onAssigning }: {
  rows: readonly TicketRow[]
  onClear: () => void
  assigning: boolean
  onAssigning: (open: boolean) => void
}) {
  const t = words.useT()
  const bulk = useBulk()
  const mergeAll = useMergeAll()
  const [merging, setMerging] = useState(false)
  useKeys({ m: rows.length > 0 ? () => setMerging(true) : undefined })
  if (rows.length === 0) return null
  const ids = rows.map((row) => row.id)
  const unassigned = rows.filter((row) => !row.assignee).length
  const run = (action: string, args: Record<string, unknown>) => bulk.mutate({ ids, action, args }, { onSuccess: onClear })
  const merge = (into: string) => mergeAll.mutate({ ids: ids.filter((id) => id !== into), into }, { onSuccess: onClear })
  return (
    <div className={css.bulk} role="toolbar">
      <b>{t('bulk.count', { n: rows.length })}</b>
      {unassigned > 0 && unassigned < rows.length && <small>{t('bulk.unassigned', { n: unassigned })}</small>}
      <button type="button" onClick={() => onAssigning(true)}><UserPlus size={15} /> {t('bulk.assign')} <Kbd>A</Kbd></button>
      <button type="button" onClick={() => setMerging(true)}><GitMerge size={15} /> {t('bulk.merge')} <Kbd>M</Kbd></button>
      <i />
      <button type="button" onClick={onClear} aria-label={t('bulk.clear')}><X size={15} /> <Kbd>Esc</Kbd></button>
      {assigning && <AssignDialog onClose={() => onAssigning(false)} onPick={(args) => run(args.org_id ? 'transfer' : 'assign', args)} />}
      {merging && <MergeDialog onClose={() => setMerging(false)} onPick={merge} />}
    </div>
  )
}
