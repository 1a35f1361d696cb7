import { lazy, Suspense } from 'react'
import type { Session } from '@/api/session'
import { LoginPage } from '@/app/field/login'
import { useT } from '@/app/field/words'
import { Empty, Failure, Screen, Skeleton, Toaster, TopBar, usePath } from '@/kit/light'
import { useDeskSession } from './kept'

/** Each desk is loaded by those who work at it. */
const ClerkApp = lazy(() => import('@/app/clerk/app').then(({ ClerkApp: App }) => ({ default: App })))
const EngineerApp = lazy(() => import('@/app/field/app').then(({ EngineerApp: App }) => ({ default: App })))

const clerks = ['clerk', 'outlet_manager']

/** Which phone desk a person gets: the clerk's or the engineer's; with both roles the address decides. */
export function deskOf(session: Session, path: string): 'clerk' | 'engineer' | null {
  const roles = session.user?.roles.map(({ role }) => role) ?? []
  const clerk = roles.some((role) => clerks.includes(role))
  const engineer = roles.includes('engineer')
  if (clerk && (!engineer || path.startsWith('/field/clerk'))) return 'clerk'
  return engineer ? 'engineer' : null
}

/** The phone entry: log in, then the desk of the role. */
export function Desk() {
  return (
    <>
      <Suspense fallback={<Opening />}>
        <Door />
      </Suspense>
      <Toaster />
    </>
  )
}

const Opening = () => (
  <Screen top={<TopBar title="" />}>
    <Skeleton />
  </Screen>
)

function Door() {
  const path = usePath()
  const { data: session, error, refetch } = useDeskSession()
  if (!session && !error) return <Opening />
  if (!session) {
    return (
      <Screen top={<TopBar title="" />}>
        <Failure error={error} onRetry={() => void refetch()} />
      </Screen>
    )
  }
  if (!session.user) return <LoginPage session={session} />
  const desk = deskOf(session, path)
  if (desk === 'clerk') return <ClerkApp />
  if (desk === 'engineer') return <EngineerApp user={session.user.id} />
  return <NotHere />
}

function NotHere() {
  const t = useT()
  return (
    <Screen top={<TopBar title={t('title')} />}>
      <Empty title={t('notHere')}>
        <a href="/">{t('toConsole')}</a>
      </Empty>
    </Screen>
  )
}
