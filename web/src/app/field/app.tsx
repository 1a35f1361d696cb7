import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useState } from 'react'
import { FieldLineProvider, Outbox, useNewFieldLine } from '@/features/field-outbox'
import { match, Screen, Skeleton, TopBar, usePath } from '@/kit/light'
import { MePage } from './me'
import { ConflictPage, OutboxPage } from './outbox'
import { TodayPage } from './today'

/** The visit's pages come after the day's, and come unasked: in a basement nothing more can be loaded. */
const visitPages = () => import('./visit').then(({ VisitPage: Page }) => ({ default: Page }))
const VisitPage = lazy(visitPages)

/** The engineer's phone. */
export function EngineerApp({ user }: { user: string }) {
  const [outbox] = useState(() => new Outbox())
  const line = useNewFieldLine(user, outbox)
  useEffect(() => void visitPages(), [])
  useEffect(() => void outbox.forgetOthers(user), [outbox, user])
  useFreshPages(line.commands.filter((one) => one.state !== 'kept').length)
  return (
    <FieldLineProvider value={line}>
      <Suspense fallback={<Screen top={<TopBar backTo="/field" title="" />}><Skeleton /></Screen>}>
        <Page />
      </Suspense>
    </FieldLineProvider>
  )
}

/** What the server made of our acts (clocks, the record) is read again once they have arrived. */
function useFreshPages(answered: number): void {
  const client = useQueryClient()
  useEffect(() => {
    if (answered === 0) return
    void client.invalidateQueries({ queryKey: ['visit'] })
    void client.invalidateQueries({ queryKey: ['today'] })
  }, [answered, client])
}

function Page() {
  const path = usePath()
  const visit = match('/field/visit/:id', path) ?? match('/field/visit/:id/:page', path)
  if (visit) return <VisitPage key={visit['id']} id={visit['id'] ?? ''} page={visit['page']} />
  const conflict = match('/field/conflict/:visit', path)
  if (conflict) return <ConflictPage visit={conflict['visit'] ?? ''} />
  if (path === '/field/outbox') return <OutboxPage />
  if (path === '/field/me') return <MePage />
  return <TodayPage />
}
