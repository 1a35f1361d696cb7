import { useQuery, useQueryClient } from '@tanstack/react-query'
import { liveQuery } from 'dexie'
import { useEffect, useState } from 'react'
import { type FieldVisit, fieldVisit, type Today, today } from '@/api/field'
import { useFieldLine } from '@/features/field-outbox'
import { stopWithActs, withActs } from '@/features/field-visit/apply'

/** How often the day is read again, in ms. */
const refresh = 30_000

/** A page of the phone: what the server last said, and whether it was said just now. */
interface Seen<T> {
  data: T
  at: number
  fresh: boolean
}

/** The day, kept for the basement; with it every visit of the day, so that nothing must be fetched on site. */
export function useToday() {
  const { outbox, user, commands } = useFieldLine()
  const client = useQueryClient()
  const query = useQuery({
    queryKey: ['today'],
    queryFn: () => outbox.page(user, 'today', today),
    refetchInterval: refresh,
    networkMode: 'always',
  })
  const visits = query.data?.fresh ? query.data.data.visits : undefined
  useEffect(() => {
    for (const { id } of visits ?? []) {
      void client.prefetchQuery({ queryKey: ['visit', id], queryFn: () => outbox.page(user, `visit/${id}`, () => fieldVisit(id)) })
    }
  }, [visits, client, outbox, user])
  return { ...query, seen: query.data && withDay(query.data, commands) }
}

type Commands = ReturnType<typeof useFieldLine>['commands']
const live = (commands: Commands) => commands.filter((one) => one.state === 'kept' || one.state === 'delivered')

function withDay(seen: Seen<Today>, commands: Commands): Seen<Today> {
  const acts = live(commands)
  return { ...seen, data: { ...seen.data, visits: seen.data.visits.map((stop) => stopWithActs(stop, acts)) } }
}

/** One visit, with this phone's own acts laid over what the server last said. */
export function useVisit(id: string) {
  const { outbox, user, commands } = useFieldLine()
  const query = useQuery({
    queryKey: ['visit', id],
    queryFn: () => outbox.page(user, `visit/${id}`, () => fieldVisit(id)),
    networkMode: 'always',
  })
  const visit: FieldVisit | undefined = query.data && withActs(query.data.data, live(commands))
  return { ...query, visit }
}

/** Photos of a visit kept on this phone, by the code of the check (or the kind) they prove. */
export function useVisitPhotos(id: string): Readonly<Record<string, Blob>> {
  const { outbox } = useFieldLine()
  const [photos, setPhotos] = useState<Record<string, Blob>>({})
  useEffect(() => {
    const read = async () => {
      const acts = await outbox.store.commands.where('visit').equals(id).sortBy('seq')
      const found: Record<string, Blob> = {}
      for (const { kind, args } of acts) {
        const ref = args['photo'] as { photo?: string } | undefined
        const kept = ref?.photo ? await outbox.store.photos.get(ref.photo) : undefined
        if (kept) found[String(args['code'] ?? kind)] = new Blob([kept.bytes], { type: kept.type })
      }
      return found
    }
    const watching = liveQuery(read).subscribe(setPhotos)
    return () => watching.unsubscribe()
  }, [id, outbox])
  return photos
}
