import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { desk, type DeskOrder, type Done } from '@/api/clerk'
import { undo } from '@/api/people'
import { tell } from '@/kit/light'

/** How often the desk is read again, in ms: an offer waits ten minutes at most. */
const refresh = 15_000

export const useDesk = () => useQuery({ queryKey: ['desk'], queryFn: desk, refetchInterval: refresh })

/** The heaps of the desk, in the order an order passes them. */
export const heaps = ['offered', 'to_assign', 'to_contact', 'to_rebook', 'waiting_parts', 'returned'] as const
export type Heap = (typeof heaps)[number]

export const isHeap = (name: string | null): name is Heap => heaps.some((heap) => heap === name)

/** An order of the desk, in whichever heap it lies now. */
export function useDeskOrder(id: string) {
  const query = useDesk()
  const order: DeskOrder | undefined = heaps.flatMap((heap) => query.data?.[heap] ?? []).find((one) => one.id === id)
  return { ...query, order }
}

/** An act on an order; the desk is read again whatever came of it, since somebody else may have been first. */
export function useDeskAct<Args, Answer>(act: (args: Args) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: act, onSettled: () => client.invalidateQueries({ queryKey: ['desk'] }) })
}

/** The way back from an act, where the server gave one: takes it back, says so, and reads the desk again. */
export function useUndo(said: string) {
  const back = useDeskAct(undo)
  return ({ undo: offered }: Done) =>
    offered ? () => back.mutate(offered.token, { onSuccess: () => tell(said), onError: (error) => tell(error.message) }) : undefined
}
