import { Inbox, User, Wallet } from 'lucide-react'
import { useDeskWords } from '@/features/clerk-desk'
import { TabBar } from '@/kit/light'
import { useDesk } from './data'

export function ClerkTabs() {
  const t = useDeskWords()
  const { data } = useDesk()
  const waiting = data && data.counts.offered + data.counts.to_assign
  return (
    <TabBar
      tabs={[
        { href: '/field/clerk', icon: <Inbox />, label: t('orders'), badge: waiting },
        { href: '/field/clerk/money', icon: <Wallet />, label: t('money') },
        { href: '/field/clerk/me', icon: <User />, label: t('me') },
      ]}
    />
  )
}
