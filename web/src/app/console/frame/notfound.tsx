import { Link } from '@tanstack/react-router'
import { Button } from '@/kit/basics'
import { Empty } from '@/kit/states'
import { words } from '../words'

/** A page that broke: said in words, with the way on. What was entered and sent is safe on the server. */
export function Broken({ error }: { error: unknown }) {
  const t = words.useT()
  return <Empty action={<Button look="primary" onClick={() => window.location.reload()}>{t('broken.again')}</Button>}>{t('broken')} <small>{String(error)}</small></Empty>
}

export function NotFound() {
  const t = words.useT()
  return <Empty action={<Link to="/">{t('notFound.home')}</Link>}>{t('notFound')}</Empty>
}
