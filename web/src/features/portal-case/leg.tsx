import { EyeOff, House } from 'lucide-react'
import type { LastLeg as Leg } from '@/api/portal'
import { alongRoad, Chip, cx, Strip } from '@/kit/light'
import { timeOf } from '@/kit/time'
import { useT } from './words'

/**
 * The last 3 km as a road with a dot; the fact also stands above it in words.
 * No map: tiles would leave the machine and tell a stranger where the customer lives.
 */
export function LastLeg({ leg, name }: { leg: Leg; name: string }) {
  const t = useT()
  if (leg.state === 'not_yet') return null
  if (leg.state === 'arrived') return <Strip tone="good" icon={<House />} title={t('legArrived')} />
  const lost = leg.state === 'signal_lost'
  const along = `${Math.round(alongRoad(leg.km ?? 3) * 100)}%`
  return (
    <section className="stack near">
      <div className={cx('leg', lost && 'lost')}>
        <Chip>{lost ? t('legLost', { at: leg.seen_at ? timeOf(leg.seen_at) : '' }) : t('legLive', { km: leg.km ?? '' })}</Chip>
        <div className="leg-road" aria-hidden>
          <i style={{ width: along }} />
          <span className="leg-dot" style={{ insetInlineStart: along }}>
            {name.slice(0, 1)}
          </span>
          <span className="leg-home">
            <House size={22} />
          </span>
        </div>
      </div>
      <p className="row second">
        <EyeOff size={18} />
        {t('legPrivacy')}
      </p>
    </section>
  )
}
