import { Failure, match, Screen, Skeleton, TopBar, usePath } from '@/kit/light'
import { AssignPage } from './assign'
import { BookPage } from './book'
import { useDeskOrder } from './data'
import { DeskPage } from './desk'
import { ClerkMePage } from './me'
import { MoneyPage } from './money'

/** The outlet's desk at phone width. It shows what the server shows this clerk: own work only. */
export function ClerkApp() {
  const path = usePath()
  const order = match('/field/clerk/:id/:page', path)
  if (order) return <OrderPage id={order['id'] ?? ''} page={order['page'] ?? ''} />
  if (path === '/field/clerk/money') return <MoneyPage />
  if (path === '/field/clerk/me') return <ClerkMePage />
  return <DeskPage />
}

function OrderPage({ id, page }: { id: string; page: string }) {
  const { order, data, error, refetch } = useDeskOrder(id)
  if (!order) {
    if (data) return <DeskPage />
    return (
      <Screen top={<TopBar backTo="/field/clerk" title="" />}>
        {error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton />}
      </Screen>
    )
  }
  return page === 'book' ? <BookPage order={order} /> : <AssignPage order={order} />
}
