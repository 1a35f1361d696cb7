import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { ArrowRight } from 'lucide-react'
import { asProblem } from '@/api/problem'
import { type NextTicket, tickets } from '@/api/tickets'
import { Button } from '@/kit/basics'
import { useKeys } from '@/kit/keys'
import { offerUndo } from '@/kit/undo'
import css from './tickets.module.css'
import { words } from './words'

/** The router gives me what I should do next and says why; with nothing waiting it says so and shows my own work. */
export function useNext() {
  const t = words.useT()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const why = (next: NextTicket) => next.reasons.map((reason) => reason.text).join(' ')
  return useMutation({
    mutationFn: tickets.next,
    onSuccess: (next) => {
      offerUndo(t('next.done', { number: next.number }), next.undo.token, next.undo.seconds)
      void message.info(<span data-testid="why-next">{why(next)}</span>, 8)
      void navigate({ to: '/tickets/$id', params: { id: next.id } })
    },
    onError: (error) => {
      void message.info(asProblem(error).message)
      void navigate({ to: '/tickets', search: { view: 'mine' } as never })
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['tickets'] }),
  })
}

/** The way into work: one ticket at a time, in the router's order. */
export function TakeNext() {
  const t = words.useT()
  const next = useNext()
  useKeys({ n: () => next.mutate() })
  return <Button icon={<ArrowRight size={15} />} shortcut="N" onClick={() => next.mutate()} disabled={next.isPending} data-testid="next" title={t('queue.next')} aria-label={t('queue.next')}><span className={css.wide}>{t('queue.next')}</span></Button>
}
