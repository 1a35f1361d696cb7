import { useQuery } from '@tanstack/react-query'
import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { people } from '@/api/people'
import { listed } from '@/i18n'
import { Avatar } from '@/kit/basics'
import { Read } from '@/kit/states'
import css from './tickets.module.css'
import { words } from './words'

type Target = { user_id?: string; org_id?: string }

function People({ query, onPick }: { query: string; onPick: (target: Target) => void }) {
  const users = useQuery({ queryKey: ['users', query], queryFn: () => people.users(query) })
  return (
    <Read of={users} rows={3}>
      {(page) => page.items.filter((user) => user.is_active).map((user) => (
        <button key={user.id} type="button" onClick={() => onPick({ user_id: user.id })}>
          <Avatar name={user.name} size={24} /> {user.name} <small>{listed(user.roles.map((held) => held.org_name))}</small>
        </button>
      ))}
    </Read>
  )
}

/** Choose the colleague, or the place, that gets the ticket. */
export function AssignDialog({ onClose, onPick }: { onClose: () => void; onPick: (target: Target) => void }) {
  const t = words.useT()
  const [query, setQuery] = useState('')
  const orgs = useQuery({ queryKey: ['orgs'], queryFn: people.orgs, staleTime: Infinity })
  const pick = (target: Target) => {
    onPick(target)
    onClose()
  }
  return (
    <Modal open title={t('assign.title')} footer={null} onCancel={onClose} width={460}>
      <Input autoFocus allowClear placeholder={t('assign.person')} value={query} onChange={(event) => setQuery(event.target.value)} />
      <div className={css.choices}><People query={query} onPick={pick} /></div>
      <Select
        showSearch={{ optionFilterProp: 'label' }} placeholder={t('assign.place')} style={{ width: '100%', marginTop: 12 }} onChange={(id: string) => pick({ org_id: id })}
        options={(orgs.data ?? []).filter((org) => org.active).map((org) => ({ value: org.id, label: org.name }))}
      />
    </Modal>
  )
}
