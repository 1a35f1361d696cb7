import { useMutation } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { type TicketRow, tickets } from '@/api/tickets'
import { Failure } from '@/kit/states'
import css from './tickets.module.css'
import { words } from './words'

/** Find another ticket by its number or words, and pick it. */
export function MergeDialog({ onClose, onPick, title }: { onClose: () => void; onPick: (ticketId: string) => void; title?: string }) {
  const t = words.useT()
  const [query, setQuery] = useState('')
  const find = useMutation({ mutationFn: (q: string) => tickets.list({ q, view: 'all', limit: '8' }) })
  const pick = (row: TicketRow) => {
    onPick(row.id)
    onClose()
  }
  return (
    <Modal open title={title ?? t('merge.title')} footer={null} onCancel={onClose} width={460}>
      <Input.Search autoFocus placeholder={t('merge.hint')} value={query} onChange={(event) => setQuery(event.target.value)} onSearch={(q) => q && find.mutate(q)} />
      {find.error && <Failure error={find.error} />}
      <div className={css.choices}>
        {find.data?.items.map((row) => (
          <button key={row.id} type="button" onClick={() => pick(row)}>{row.number} <b>{row.customer.name}</b> {row.subject}</button>
        ))}
        {find.data?.items.length === 0 && <p>{t('merge.none')}</p>}
      </div>
    </Modal>
  )
}
