import { useQuery } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { type Customer360, customers } from '@/api/customers'
import { TierBadge } from '@/kit/basics'
import { Read } from '@/kit/states'
import css from './customers.module.css'
import { words } from './words'

/** Choose who this customer really is. */
export function MergeDialog({ customer, onClose, onPick }: { customer: Customer360; onClose: () => void; onPick: (into: string) => void }) {
  const t = words.useT()
  const [query, setQuery] = useState('')
  const found = useQuery({ queryKey: ['customers', 'list', query, 'pick'], queryFn: () => customers.list(query), enabled: query.length > 0 })
  return (
    <Modal open title={t('merge.title', { name: customer.name })} footer={null} onCancel={onClose} width={460}>
      <p>{t('merge.text')}</p>
      <Input.Search autoFocus placeholder={t('search')} onSearch={setQuery} />
      {query && (
        <Read of={found} rows={3}>
          {(page) => page.items.filter((row) => row.id !== customer.id).map((row) => (
            <button
              key={row.id} type="button" className={css.pick}
              onClick={() => {
                onPick(row.id)
                onClose()
              }}
            >
              <b>{row.name}</b> <TierBadge tier={row.tier} /> {row.phones[0]} <small>{row.address}</small>
            </button>
          ))}
        </Read>
      )}
    </Modal>
  )
}
