import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { asProblem } from '@/api/problem'
import { type TicketDetail, type TicketRow, tickets } from '@/api/tickets'
import { offerUndo } from '@/kit/undo'
import { offerStale } from '../stale'
import { words } from '../words'

export type Acted = Pick<TicketDetail, 'id' | 'version'>

interface Act {
  action: string
  args?: Record<string, unknown>
  /** What was done, for the undo bar. */
  what: string
}

/** Do one thing to any ticket; what is shown is read again, and the act can be taken back where the server says so.
 * Somebody who changed it first is shown beside what was meant, and nothing is done until a person decides. */
export function useActs() {
  const t = words.useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const acts = useMutation({
    mutationFn: ({ ticket, action, args }: Act & { ticket: Acted }) => tickets.act(ticket.id, action, args, ticket.version),
    onSuccess: (done, { what }) => {
      if (done?.undo) offerUndo(what, done.undo.token, done.undo.seconds)
      else void message.success(t('act.done', { what }))
    },
    onError: (error, act) => {
      const problem = asProblem(error)
      const current = problem.refusal.current as TicketRow | undefined
      if (problem.stale && current) offerStale({ what: act.what, current, again: () => acts.mutate({ ...act, ticket: current }) })
      else void message.error(problem.message)
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['tickets'] }),
  })
  return acts
}

/** The same for one ticket. */
export function useAct(ticket: Acted) {
  const acts = useActs()
  const mutate = (act: Act, options?: { onSuccess?: () => void }) => acts.mutate({ ...act, ticket }, options)
  return { ...acts, mutate }
}
