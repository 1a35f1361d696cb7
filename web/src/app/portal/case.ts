import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { tracking } from '@/api/portal'

/** How often the tracking page asks again, in ms; faster while the engineer is on the way. */
const calm = 30_000
const onTheWay = 10_000

export function useCase(token: string) {
  return useQuery({
    queryKey: ['case', token],
    queryFn: () => tracking(token),
    refetchInterval: ({ state }) => (state.data?.last_leg?.state === 'live' ? onTheWay : calm),
  })
}

/** An act on the case; the page shows the new state once it is done. */
export function useCaseAct<Args, Answer>(token: string, act: (args: Args) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => client.invalidateQueries({ queryKey: ['case', token] }),
  })
}
