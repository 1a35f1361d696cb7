import { CloudOff, RefreshCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { asProblem } from '@/api/problem'
import { cx } from './cx'
import { useT } from './words'

export type Tone = 'plain' | 'good' | 'info' | 'warn' | 'soon' | 'danger'

/** A quiet coloured box: icon, a bold first line, the rest below. */
export function Strip({ tone = 'plain', icon, title, children, aside }: {
  tone?: Tone
  icon?: ReactNode
  title?: ReactNode
  children?: ReactNode
  aside?: ReactNode
}) {
  return (
    <div className={cx('strip', tone)}>
      {icon}
      <div className="strip-text">
        {title && <strong>{title}</strong>}
        {children}
      </div>
      {aside}
    </div>
  )
}

/** Nothing here: says why, and the next step. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <strong>{title}</strong>
      {children}
    </div>
  )
}

export function Skeleton({ rows = 4 }: { rows?: number }) {
  const t = useT()
  return (
    <div className="skeleton" role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <i key={row} />
      ))}
    </div>
  )
}

/** What went wrong, in the place where the data would be, with a way on and the request's number. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useT()
  const problem = asProblem(error)
  const { refusal } = problem
  const away = problem.status === 0
  return (
    <div className="stack" role="alert">
      <Strip tone={away ? 'plain' : 'warn'} icon={<CloudOff />} title={away ? t('unreachable') : t('failed')}>
        <p>{away ? t('unreachableNote') : refusal.message}</p>
        {refusal.request_id && <p className="note">{t('request', { id: refusal.request_id })}</p>}
      </Strip>
      {onRetry && problem.passing && (
        <button type="button" className="link" onClick={onRetry}>
          <RefreshCw size={20} />
          {t('retry')}
        </button>
      )}
    </div>
  )
}
