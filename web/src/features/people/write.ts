import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { people } from '@/api/people'
import { asProblem } from '@/api/problem'
import { offerUndo, undoSeconds } from '@/kit/undo'
import { words } from './crewwords'

interface Told<Output> {
  /** What was done, for the strip that offers to take it back or for a short message. */
  said?: (output: Output) => string
  undo?: (output: Output) => string | readonly string[] | null | undefined
  onDone?: (output: Output) => void
}

/** Write something about engineers or places, tell it, and read again what shows them. */
export function useCrewWrite<Input, Output>(write: (input: Input) => Promise<Output>, { said, undo, onDone }: Told<Output> = {}) {
  const t = words.useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: write,
    onMutate: () => Date.now(),
    onSuccess: (output, _, begun) => {
      const what = said?.(output) ?? t('saved')
      const token = undo?.(output)
      // Of an act in parts the first can be taken back for a minute from its own moment, not from the last part's.
      const seconds = undoSeconds - Math.floor((Date.now() - begun) / 1000)
      if (token && token.length > 0 && seconds > 0) offerUndo(what, token, seconds)
      else void message.success(what)
      onDone?.(output)
    },
    onError: (error) => void message.error(asProblem(error).message, 6),
    onSettled: () => Promise.all([client.invalidateQueries({ queryKey: ['people'] }), client.invalidateQueries({ queryKey: ['orgs'] })]),
  })
}

/** Outlets as the choices of a form or filter; closed ones are left out. */
export function useOutlets() {
  const orgs = useQuery({ queryKey: ['orgs'], queryFn: people.orgs, staleTime: 60_000 })
  return (orgs.data ?? []).filter((org) => org.kind === 'outlet' && org.active).map((org) => ({ value: org.id, label: org.name }))
}
