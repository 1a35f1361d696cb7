import { Link } from '@tanstack/react-router'
import { Empty } from '@/kit/states'
import { words } from '../words'

export function NotFound() {
  const t = words.useT()
  return <Empty action={<Link to="/">{t('notFound.home')}</Link>}>{t('notFound')}</Empty>
}
