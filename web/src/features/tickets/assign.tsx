import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { Users } from 'lucide-react'
import { desk } from '@/api/people'
import { Avatar, Tag } from '@/kit/basics'
import { Read } from '@/kit/states'
import { useTerm } from '@/kit/terms'
import css from './tickets.module.css'
import { words } from './words'

/** Choose the colleague or the queue that gets the ticket. */
export function AssignDialog({ onClose, onPick }: { onClose: () => void; onPick: (args: { user_id?: string; queue?: string }) => void }) {
  const t = words.useT()
  const term = useTerm()
  const queues = useQuery({ queryKey: ['desk', 'queues'], queryFn: desk.queues })
  const pick = (args: { user_id?: string; queue?: string }) => {
    onPick(args)
    onClose()
  }
  return (
    <Modal open title={t('assign.title')} footer={null} onCancel={onClose} width={460}>
      <Read of={queues} rows={4}>
        {(all) => {
          const people = [...new Map(all.flatMap((queue) => queue.people).map((person) => [person.id, person])).values()]
          return (
            <div className={css.choices}>
              <h3>{t('assign.person')}</h3>
              {people.map((person) => (
                <button key={person.id} type="button" onClick={() => pick({ user_id: person.id })}>
                  <Avatar name={person.name} size={24} /> {person.name}
                  <Tag tone={person.state === 'available' ? 'good' : 'plain'}>{term('presence', person.state)}</Tag>
                </button>
              ))}
              <h3>{t('assign.queue')}</h3>
              {all.map((queue) => (
                <button key={queue.code} type="button" onClick={() => pick({ queue: queue.code })}>
                  <Users size={16} /> {queue.name} <small>{t('assign.waiting', { n: queue.waiting })}</small>
                </button>
              ))}
            </div>
          )
        }}
      </Read>
    </Modal>
  )
}
