import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Session } from '@/api/session'
import { adopt, sessionKey, useSession } from '@/kit/session'

const place = 'anxin.field.session'

interface Kept {
  session: Session
  /** This phone's time of the answer, ms. */
  at: number
}

/** Remember who works on this phone, so that their desk opens in a basement; nobody, once the house says so. */
export function remember(session: Session, at = Date.now()): void {
  const kept: Kept = { session: { ...session, demo: null }, at }
  if (session.user) localStorage.setItem(place, JSON.stringify(kept))
  else localStorage.removeItem(place)
}

/** The last person's session with the business clock gone on since; null when nobody is remembered. */
export function remembered(now = Date.now()): Session | null {
  const text = localStorage.getItem(place)
  if (text === null) return null
  const { session, at } = JSON.parse(text) as Kept
  const passed = (now - at) * session.clock_rate
  return { ...session, now: new Date(Date.parse(session.now) + passed).toISOString() }
}

/** The session: at once the last one of this phone, then what the house says. It judges every act all the same. */
export function useDeskSession() {
  const client = useQueryClient()
  useState(() => {
    const kept = remembered()
    if (kept) client.setQueryData(sessionKey, adopt(kept), { updatedAt: 0 })
  })
  const query = useSession()
  useEffect(() => {
    if (query.data) remember(query.data)
  }, [query.data])
  return query
}
