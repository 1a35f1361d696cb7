import { useQuery } from '@tanstack/react-query'
import { setCsrf } from '@/api/client'
import { readSession, type Session } from '@/api/session'
import { setSiteZone, synchronise } from '../time'

export const sessionKey = ['session'] as const

/** Take over what the session says about this page: the csrf token, the business clock, the site's zone. */
export function adopt(session: Session): Session {
  setCsrf(session.csrf)
  synchronise(session.now, session.clock_rate)
  if (session.time_zone) setSiteZone(session.time_zone)
  return session
}

export const useSession = () =>
  useQuery({ queryKey: sessionKey, queryFn: () => readSession().then(adopt), staleTime: 60_000, refetchInterval: 60_000 })

/** Whether the person may do a thing; the server asks again on every call. */
export function useMay(): (verb: string) => boolean {
  const { data } = useSession()
  const verbs = new Set(data?.verbs)
  return (verb) => verbs.has(verb)
}

/** The person who is logged in; only below the log-in gate. */
export function useMe(): NonNullable<Session['user']> {
  const { data } = useSession()
  if (!data?.user) throw new Error('useMe is for pages behind the log-in')
  return data.user
}
