import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Input } from 'antd'
import { X } from 'lucide-react'
import { useState } from 'react'
import { asProblem } from '@/api/problem'
import { type ClockExplained, rejectPause } from '@/api/tickets'
import { Button } from '@/kit/basics'
import { useMay } from '@/kit/session'
import css from './explain.module.css'
import { words } from './words'

/** Refuse a pause that should not have been: its time counts, on every clock it held. It cannot be taken back, so it
 * says so, and it takes a reason that stays with the pause. */
export function RefusePause({ pause, clockId }: { pause: ClockExplained['pauses'][number]; clockId: string }) {
  const t = words.useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [because, setBecause] = useState('')
  const refuse = useMutation({
    mutationFn: () => rejectPause(pause.id, clockId, because.trim()),
    onSuccess: (explained) => {
      client.setQueryData(['tickets', 'clock', clockId], explained)
      void message.success(t('explain.refused'))
    },
    onError: (error) => void message.error(asProblem(error).message),
    onSettled: () => client.invalidateQueries({ queryKey: ['tickets'] }),
  })
  const may = useMay()
  if (pause.rejected_because || !may('clock.judge')) return null
  return (
    <footer className={css.refuse}>
      <Input value={because} maxLength={200} placeholder={t('explain.refuseHint')} aria-label={t('explain.refuseWhy')} onChange={(event) => setBecause(event.target.value)} />
      <Button size="sm" look="danger" icon={<X size={14} />} disabled={!because.trim() || refuse.isPending} onClick={() => refuse.mutate()}>{t('explain.refuse')}</Button>
    </footer>
  )
}
