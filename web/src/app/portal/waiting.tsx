import { useCaseWords } from '@/features/portal-case'
import { BrandBar, Empty, Failure, Screen, Skeleton } from '@/kit/light'
import { asProblem } from '@/api/problem'

/** While a page is read, or when its link is over. */
export function Waiting({ error, onRetry }: { error: Error | null; onRetry: () => void }) {
  const t = useCaseWords()
  const gone = error && [401, 403, 404, 410].includes(asProblem(error).status)
  return (
    <Screen top={<BrandBar />}>
      {!error && <Skeleton rows={5} />}
      {gone && <Empty title={t('linkOver')}>{t('linkOverNote')}</Empty>}
      {error && !gone && <Failure error={error} onRetry={onRetry} />}
    </Screen>
  )
}
