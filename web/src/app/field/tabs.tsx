import { CloudUpload, Route, User } from 'lucide-react'
import { useFieldLine } from '@/features/field-outbox'
import { useTodayWords } from '@/features/field-today'
import { TabBar } from '@/kit/light'

export function FieldTabs() {
  const t = useTodayWords()
  const { commands } = useFieldLine()
  const waiting = commands.filter((one) => one.state === 'kept' || one.state === 'conflict').length
  return (
    <TabBar
      tabs={[
        { href: '/field', icon: <Route />, label: t('tabToday') },
        { href: '/field/outbox', icon: <CloudUpload />, label: t('tabOutbox'), badge: waiting },
        { href: '/field/me', icon: <User />, label: t('tabMe') },
      ]}
    />
  )
}
