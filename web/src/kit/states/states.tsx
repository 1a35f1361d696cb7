import { CloudOff, RefreshCw, WifiOff } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { asProblem } from '@/api/problem'
import { Button } from '../basics'
import { spanOf } from '../time'
import { words } from '../words'
import css from './states.module.css'

/** Why there is nothing, and the next step. No drawings. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={css.empty} role="status">
      <p>{children}</p>
      {action}
    </div>
  )
}

/** Skeleton rows of the true height, shown only when reading takes longer than 200 ms. */
export function Loading({ rows = 6, height = 40 }: { rows?: number; height?: number }) {
  const t = words.useT()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 200)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div role="status" aria-label={t('state.loading')}>
      {late && Array.from({ length: rows }, (_, row) => (
        <div key={row} className={css.skeleton} style={{ height }}>
          <i style={{ width: `${12 + ((row * 7) % 9)}%` }} />
          <i style={{ width: `${38 + ((row * 13) % 23)}%` }} />
          <i style={{ width: `${10 + ((row * 5) % 7)}%` }} />
        </div>
      ))}
    </div>
  )
}

/** A strip where the data would be: what is wrong, what is safe, again, and the number to quote. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = words.useT()
  const problem = asProblem(error)
  return (
    <div className={css.failure} role="alert">
      <CloudOff size={16} aria-hidden />
      <div>
        <b>{problem.status === 0 ? t('state.unreachable') : t('state.failed')}</b>
        {problem.status !== 0 && <span>{problem.message}</span>}
        <small>
          {t('state.safe')}
          {problem.refusal.request_id && ` ${t('state.request', { id: problem.refusal.request_id })}`}
        </small>
      </div>
      {onRetry && problem.passing && <Button size="sm" icon={<RefreshCw size={13} />} onClick={onRetry}>{t('state.retry')}</Button>}
    </div>
  )
}

/** The live link is lost: how old the shown data is. */
export function LostLink({ seconds }: { seconds: number }) {
  const t = words.useT()
  const span = seconds < 60 ? t('span.seconds', { n: seconds }) : spanOf(seconds)
  return (
    <div className={css.lost} role="status">
      <WifiOff size={14} aria-hidden />
      {t('state.lostLink', { span })}
    </div>
  )
}

/** 412: who changed the row, with both versions side by side and two ways on. */
export function StaleEdit({ who, theirs, yours, mine, onTakeTheirs, onSaveMine }: {
  who?: string | undefined
  /** What the second way is called where it is not saving. */
  mine?: string | undefined
  theirs: ReactNode
  yours: ReactNode
  onTakeTheirs: () => void
  onSaveMine: () => void
}) {
  const t = words.useT()
  return (
    <div className={css.stale} role="alert">
      <b>{t('stale.title', { who: who ?? t('stale.someone') })}</b>
      <div className={css.versions}>
        <section><small>{t('stale.theirs')}</small>{theirs}</section>
        <section><small>{t('stale.yours')}</small>{yours}</section>
      </div>
      <Button size="sm" onClick={onTakeTheirs}>{t('stale.reload')}</Button>{' '}
      <Button size="sm" onClick={onSaveMine}>{mine ?? t('stale.overwrite')}</Button>
    </div>
  )
}

interface Reading<T> {
  data: T | undefined
  error: unknown
  isPending: boolean
  isFetching?: boolean
  refetch?: () => unknown
}

/** The three states of everything that is read. Old data stays, under a thin bar, while it is read again. */
export function Read<T>({ of, children, rows, height, empty }: {
  of: Reading<T>
  children: (data: T) => ReactNode
  rows?: number
  height?: number
  /** Shown instead when this says the data is empty. */
  empty?: readonly [when: (data: T) => boolean, say: ReactNode]
}) {
  if (of.data === undefined && of.isPending) return <Loading {...(rows ? { rows } : {})} {...(height ? { height } : {})} />
  const retry = of.refetch
  const failure = of.error ? <Failure error={of.error} {...(retry ? { onRetry: () => void retry() } : {})} /> : null
  if (of.data === undefined) return failure
  return (
    <>
      {failure}
      {of.isFetching && <div className={css.bar} aria-hidden />}
      {empty?.[0](of.data) ? empty[1] : children(of.data)}
    </>
  )
}
