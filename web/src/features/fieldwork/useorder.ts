import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { orders } from '@/api/fieldwork'
import { asProblem } from '@/api/problem'
import { term } from '@/kit/terms'
import { offerUndo } from '@/kit/undo'
import { words } from './words'

interface Act {
  action: string
  args: Record<string, unknown>
  what?: string
}

/** Do one thing to a work order; what is shown is read again, and it can be taken back where the server says so. */
export function useOrderAct(order: { id: string; version: number }) {
  const t = words.useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: ({ action, args }: Act) => orders.act(order.id, action, args, order.version),
    onSuccess: (done, { what = t('done.act') }) => {
      if (done.undo) offerUndo(what, done.undo.token, done.undo.seconds)
      else void message.success(`${what} · ${done.status === 'assigned' ? t('undoNote') : term('order', done.status)}`)
    },
    onError: (error) => {
      const problem = asProblem(error)
      const status = problem.stale && (problem.refusal.current as { status?: string } | undefined)?.status
      void message.error(status ? t('stale', { now: term('order', status) }) : problem.message)
    },
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: ['orders'] }), client.invalidateQueries({ queryKey: ['tickets'] })]),
  })
}
