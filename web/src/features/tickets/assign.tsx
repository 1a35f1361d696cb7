import { useQuery } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { Users } from 'lucide-react'
import { useState } from 'react'
import { desk, people } from '@/api/people'
import { Avatar } from '@/kit/basics'
import { Read } from '@/kit/states'
import css from './tickets.module.css'
import { words } from './words'

type Target = { user_id?: string; queue?: string }

function People({ query, onPick }: { query: string; onPick: (target: Target) => void }) {
  const users = useQuery({ queryKey: ['users', query], queryFn: () => people.users(query) })
  return (
    <Read of={users} rows={3}>
      {(page) => page.items.filter((user) => user.is_active).map((user) => (
        <button key={user.id} type="button" onClick={() => onPick({ user_id: user.id })}>
          <Avatar name={user.name} size={24} /> {user.name} <small>{user.roles.map((held) => held.org_name).join('、')}</small>
        </button>
      ))}
    </Read>
  )
}

/** Choose the colleague or the queue that gets the ticket. */
export function AssignDialog({ onClose, onPick }: { onClose: () => void; onPick: (target: Target) => void }) {
  const t = words.useT()
  const [query, setQuery] = useState('')
  const queues = useQuery({ queryKey: ['desk', 'queues'], queryFn: desk.queues })
  const pick = (target: Target) => {
    onPick(target)
    onClose()
  }
  return (
    <Modal open title={t('assign.title')} footer={null} onCancel={onClose} width={460}>
      <Input autoFocus allowClear placeholder={t('assign.person')} value={query} onChange={(event) => setQuery(event.target.value)} />
      <div className={css.choices}>
        <People query={query} onPick={pick} />
        <h3>{t('assign.queue')}</h3>
        <Read of={queues} rows={2}>
          {(all) => all.map((queue) => (
            <button key={queue.code} type="button" onClick={() => pick({ queue: queue.code })}>
              <Users size={16} /> {queue.name} <small>{t('assign.waiting', { n: queue.waiting })}</small>
            </button>
          ))}
        </Read>
      </div>
    </Modal>
  )
}
