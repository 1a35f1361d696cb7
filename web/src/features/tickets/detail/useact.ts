import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { asProblem } from '@/api/problem'
import { type TicketDetail, tickets } from '@/api/tickets'
import { offerUndo } from '@/kit/undo'
import { words } from '../words'

interface Act {
  action: string
  args?: Record<string, unknown>
  /** What was done, for the undo bar. */
  what: string
}

/** Do one thing to a ticket; what is shown is read again, and the act can be taken back where the server says so. */
export function useAct(ticket: Pick<TicketDetail, 'id' | 'version'>) {
  const t = words.useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: ({ action, args }: Act) => tickets.act(ticket.id, action, args, ticket.version),
    onSuccess: (done, { what }) => {
      if (done?.undo) offerUndo(what, done.undo.token, done.undo.seconds)
      else void message.success(t('act.done', { what }))
    },
    onError: (error) => void message.error(asProblem(error).message),
    onSettled: () => client.invalidateQueries({ queryKey: ['tickets'] }),
  })
}
