import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Dropdown } from 'antd'
import { ChevronDown } from 'lucide-react'
import { desk } from '@/api/people'
import { useTerm } from '@/kit/terms'
import css from './presence.module.css'
import { words } from './words'

const states = ['available', 'chats_only', 'break', 'training', 'offline'] as const

/** Presence with capacity: what I take, and how much of it I hold. */
export function PresenceMenu() {
  const t = words.useT()
  const term = useTerm()
  const client = useQueryClient()
  const presence = useQuery({ queryKey: ['desk', 'presence'], queryFn: desk.mine })
  const set = useMutation({
    mutationFn: desk.setPresence,
    onSettled: () => client.invalidateQueries({ queryKey: ['desk'] }),
  })
  if (!presence.data) return null
  const { state, load, limit } = presence.data
  const items = states.map((key) => ({ key, label: term('presence', key), onClick: () => set.mutate(key) }))
  return (
    <Dropdown menu={{ items, selectedKeys: [state] }} trigger={['click']}>
      <button type="button" className={css.presence} aria-label={t('presence.set')}>
        <i data-state={state} />
        {term('presence', state)} · {t('load', { load, limit })}
        <ChevronDown size={13} />
      </button>
    </Dropdown>
  )
}
