import { Bell, Map as MapIcon, MapPin, Navigation, Phone } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Stop, Today } from '@/api/field'
import { SyncPill } from '@/features/field-outbox'
import { currentStop, DayLine, isOver, stopState, useTodayWords } from '@/features/field-today'
import { inOneLine } from '@/i18n'
import { Button, DayBar, Empty, Failure, go, Screen, Skeleton, Strip, TopBar } from '@/kit/light'
import { dateOf, timeOf, weekdayOf } from '@/kit/time'
import { useToday } from './data'
import { FieldTabs } from './tabs'

/** Today: stops as a line, the next act under the thumb. */
export function TodayPage() {
  const { seen, error, refetch } = useToday()
  const t = useTodayWords()
  const current = seen && currentStop(seen.data.visits)
  return (
    <Screen
      top={<Top today={seen?.data} current={current} />}
      hint={current && <NextHint stop={current} />}
      dock={current && <NextDock stop={current} />}
      tabs={<FieldTabs />}
    >
      <div className="stack">
        {!seen && !error && <Skeleton rows={6} />}
        {!seen && error && <Failure error={error} onRetry={() => void refetch()} />}
        {seen && !seen.fresh && <Strip>{t('stale', { at: timeOf(seen.at) })}</Strip>}
        {seen?.data.visits.length === 0 && <Empty title={t('empty')}>{t('emptyNote')}</Empty>}
        {seen && <DayLine today={seen.data} current={current} />}
        {seen && seen.data.visits.length > 0 && !current && <Strip tone="good">{t('done')}</Strip>}
      </div>
    </Screen>
  )
}

function Top({ today, current }: { today: Today | undefined; current: Stop | undefined }) {
  const t = useTodayWords()
  if (!today) return <TopBar large title={t('tabToday')} aside={<SyncPill />} />
  const noon = `${today.date}T04:00:00Z`
  const done = today.visits.filter(isOver).length
  const count = t('count', { n: today.visits.length, done })
  const ends = today.shift && t('ends', { at: timeOf(today.shift.end) })
  return (
    <TopBar
      large
      title={t('title', { date: dateOf(noon), weekday: weekdayOf(noon) })}
      aside={<SyncPill />}
      under={
        <>
          <p className="second">{inOneLine(count, ends)}</p>
          <DayBar states={today.visits.map((stop) => stopState(stop, current))} />
        </>
      }
    />
  )
}

/** The next act of a stop as dock word, icon and hint. */
function nextAct(stop: Stop): { word: 'goCall' | 'goAgree' | 'goDepart' | 'goArrive' | 'goOn'; icon: ReactNode } {
  if (stop.status === 'assigned') return { word: 'goCall', icon: <Phone /> }
  if (stop.status === 'contacted') return { word: 'goAgree', icon: <Phone /> }
  if (stop.status === 'agreed') return { word: 'goDepart', icon: <Navigation /> }
  return stop.status === 'en_route' ? { word: 'goArrive', icon: <MapPin /> } : { word: 'goOn', icon: null }
}

const hints = { goCall: 'hintCall', goDepart: 'hintDepart', goArrive: 'hintArrive' } as const

function NextHint({ stop }: { stop: Stop }) {
  const t = useTodayWords()
  const { word } = nextAct(stop)
  if (word === 'goAgree' || word === 'goOn') return null
  return (
    <>
      <Bell size={18} />
      {t(hints[word], { name: stop.customer })}
    </>
  )
}

/** Everything done on a visit is done on its own page, where its facts stand. */
function NextDock({ stop }: { stop: Stop }) {
  const t = useTodayWords()
  const { word, icon } = nextAct(stop)
  const open = () => go(`/field/visit/${stop.id}`)
  return (
    <>
      {stop.lat !== null && stop.lng !== null && (
        <a className="button square" href={`geo:${stop.lat},${stop.lng}`} aria-label={t('map')}>
          <MapIcon />
        </a>
      )}
      <Button kind="do" icon={icon} onClick={open}>
        {t(word, { name: stop.customer })}
      </Button>
    </>
  )
}
