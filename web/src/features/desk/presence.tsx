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
  const presence = useQuery({ queryKey: ['desk', 'presence'], queryFn: desk.presence })
  const set = useMutation({
    mutationFn: desk.setPresence,
    onSettled: () => client.invalidateQueries({ queryKey: ['desk'] }),
  })
  if (!presence.data) return null
  const { state, load = [] } = presence.data
  const said = load.map((line) => `${words.has(`load.${line.kind}`) ? t(`load.${line.kind}` as 'load.case') : line.kind} ${line.used}/${line.capacity}`)
  const items = states.map((key) => ({ key, label: term('presence', key), onClick: () => set.mutate(key) }))
  return (
    <Dropdown menu={{ items, selectedKeys: [state] }} trigger={['click']}>
      <button type="button" className={css.presence} aria-label={t('presence.set')}>
        <i data-state={state} />
        {[term('presence', state), ...said].join(' · ')}
        <ChevronDown size={13} />
      </button>
    </Dropdown>
  )
}
