import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { tickets } from '@/api/tickets'
import { listed } from '@/i18n'
import { Avatar } from '@/kit/basics'
import { words } from '../words'
import css from './detail.module.css'

/** How often an open page says that it is being looked at; the server forgets after three times that. */
const beatMs = 10_000

/** Colleagues who have this ticket open now. A page in the background does not count as looking. */
export function Viewers({ id }: { id: string }) {
  const t = words.useT()
  const viewers = useQuery({ queryKey: ['viewers', id], queryFn: () => tickets.look(id), refetchInterval: beatMs, staleTime: 0, gcTime: 0, retry: false })
  useEffect(() => {
    const leave = () => void tickets.lookAway(id).catch(() => undefined)
    const hidden = () => document.visibilityState === 'hidden' && leave()
    document.addEventListener('visibilitychange', hidden)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      leave()
    }
  }, [id])
  const all = viewers.data ?? []
  if (all.length === 0) return null
  const names = listed(all.map((viewer) => viewer.name))
  return (
    <span className={css.viewers} role="status" title={t('viewers', { names })} data-testid="viewers">
      {all.slice(0, 3).map((viewer) => <Avatar key={viewer.id} name={viewer.name} size={24} />)}
      <small>{t(all.length > 3 ? 'viewers.many' : 'viewers', { names, n: all.length })}</small>
    </span>
  )
}
