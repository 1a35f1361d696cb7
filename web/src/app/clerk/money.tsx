import type { MoneyLine } from '@/api/clerk'
import { useDeskWords } from '@/features/clerk-desk'
import { Empty, Failure, Screen, Skeleton, TopBar } from '@/kit/light'
import { useDesk } from './data'
import { ClerkTabs } from './tabs'

const sum = (lines: readonly MoneyLine[]): number => lines.reduce((total, { amount }) => total + Number(amount), 0)

/** Money not yet paid: each sum says why, and what frees it. */
export function MoneyPage() {
  const t = useDeskWords()
  const { data, error, refetch } = useDesk()
  return (
    <Screen sunk top={<TopBar large title={t('money')} />} tabs={<ClerkTabs />}>
      {!data && !error && <Skeleton />}
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data?.money.length === 0 && <Empty title={t('moneyNone')}>{t('moneyNoneNote')}</Empty>}
      {data && data.money.length > 0 && (
        <section className="card lines">
          <div>
            <p className="second">{t('moneyTitle')}</p>
            <p className="answer">¥{sum(data.money).toFixed(2)}</p>
          </div>
          {data.money.map((line) => (
            <Line key={line.order_id} line={line} />
          ))}
        </section>
      )}
    </Screen>
  )
}

function Line({ line }: { line: MoneyLine }) {
  const t = useDeskWords()
  return (
    <div className="row apart">
      <div>
        {line.reason.text}
        <p className="second">{line.number}</p>
        {line.frees && <p className="second">{t('frees', { how: line.frees.text })}</p>}
      </div>
      <strong>¥{line.amount}</strong>
    </div>
  )
}
