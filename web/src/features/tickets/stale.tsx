import { Modal } from 'antd'
import { useSyncExternalStore } from 'react'
import type { TicketRow } from '@/api/tickets'
import { Facts } from '@/kit/basics'
import { StaleEdit } from '@/kit/states'
import { useTerm } from '@/kit/terms'
import { agoOf, useNow } from '@/kit/time'
import { words } from './words'

/** An act meant for a ticket that somebody changed first. */
interface Stale {
  what: string
  current: TicketRow
  again: () => void
}

let offered: Stale | null = null
const listeners = new Set<() => void>()

function set(next: Stale | null): void {
  offered = next
  listeners.forEach((listener) => listener())
}

export const offerStale = (stale: Stale): void => set(stale)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function Now({ row }: { row: TicketRow }) {
  const t = words.useT()
  const term = useTerm()
  const now = useNow()
  return (
    <Facts
      rows={[
        [t('col.stage'), term('stage', row.stage.code)],
        [t('filter.status'), term('status', row.status)],
        [t('col.owner'), row.assignee?.name ?? t('queue.unassigned')],
        [t('filter.org'), row.org.name],
        [t('col.updated'), agoOf(row.updated_at, now)],
      ]}
    />
  )
}

/** What I meant to do beside what the ticket is now; nothing was done yet. */
export function StaleAct() {
  const t = words.useT()
  const stale = useSyncExternalStore(subscribe, () => offered)
  if (!stale) return null
  const { what, current, again } = stale
  return (
    <Modal open title={`${current.customer.name} · ${current.number}`} footer={null} width={560} onCancel={() => set(null)}>
      <StaleEdit
        theirs={<Now row={current} />}
        yours={<p>{t('stale.meant', { what })}</p>}
        mine={t('stale.doAnyway')}
        onTakeTheirs={() => set(null)}
        onSaveMine={() => {
          set(null)
          again()
        }}
      />
    </Modal>
  )
}
