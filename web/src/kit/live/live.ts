import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

/** What the stream says: that something changed, never its content. */
interface Change {
  position: number
  name: string
  subject_type: string
  subject_id: string
  case_id: string
}

/** Which lists a change touches: query keys begin with the noun they show. */
const touched: Record<string, readonly string[]> = {
  ticket: ['tickets', 'home'],
  order: ['orders', 'tickets', 'home'],
  work_order: ['orders', 'tickets', 'home'],
  visit: ['orders', 'tickets'],
  clock: ['tickets', 'home'],
  run: ['tickets', 'home'],
  review: ['reviews'],
  revisit: ['revisits'],
  customer: ['customers'],
  unit: ['units'],
  notice: ['notices'],
  policy: ['policies'],
}

/** Changes come in bursts; what is shown is read again at most this often. */
const gatherMs = 800

/** Collects the nouns of a burst and reads their shown lists again once. */
export function gatherer(client: QueryClient): (change: Change) => void {
  const waiting = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    timer = undefined
    const nouns = [...waiting]
    waiting.clear()
    nouns.forEach((noun) => void client.invalidateQueries({ queryKey: [noun] }))
  }
  return (change) => {
    touched[change.subject_type]?.forEach((noun) => waiting.add(noun))
    waiting.add('ledger')
    waiting.add('notices')
    timer ??= setTimeout(flush, gatherMs)
  }
}

/** Keep what is shown fresh by the live stream. Returns for how many seconds the link is lost; 0 while it holds. */
export function useLive(): number {
  const client = useQueryClient()
  const [lost, setLost] = useState(0)
  useEffect(() => {
    if (typeof EventSource === 'undefined') return undefined
    const source = new EventSource('/api/stream')
    const gather = gatherer(client)
    source.addEventListener('changed', (event) => gather(JSON.parse(String(event.data)) as Change))
    const watch = setInterval(() => setLost((seconds) => (source.readyState === EventSource.OPEN ? 0 : seconds + 1)), 1000)
    return () => {
      clearInterval(watch)
      source.close()
    }
  }, [client])
  return lost
}
