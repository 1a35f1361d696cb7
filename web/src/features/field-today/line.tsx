import './today.css'
import { Bike, Clock, Crown, Flag, HeartHandshake, MapPin, PhoneMissed, Repeat2, ShieldCheck } from 'lucide-react'
import type { Stop, Today } from '@/api/field'
import { Chip, ClockChip, type ClockFacts, Link, RouteLine, RouteStop, type StationState } from '@/kit/light'
import { timeOf } from '@/kit/time'
import { useT, words } from './words'

const over = new Set<Stop['status']>(['completed', 'cannot_complete', 'cancelled'])
export const isOver = (stop: Stop): boolean => over.has(stop.status)

/** The stop to attend to: the one under way, else the first that is not over. */
export const currentStop = (visits: readonly Stop[]): Stop | undefined =>
  visits.find((stop) => stop.status === 'on_site' || stop.status === 'en_route') ?? visits.find((stop) => !isOver(stop))

export function stopState(stop: Stop, current: Stop | undefined): StationState {
  if (stop.status === 'completed') return 'done'
  if (isOver(stop)) return 'failed'
  return stop.id === current?.id ? 'now' : 'later'
}

/** Lunch stands between the stops by its time. */
export const lunchBefore = (today: Today, stop: Stop, before: Stop | undefined): boolean => {
  const lunch = today.shift?.lunch_start
  if (!lunch || !stop.window) return false
  return lunch <= stop.window.start && (!before?.window || before.window.start < lunch)
}

/** The day as a timetable: one opened stop, the rest one line each. */
export function DayLine({ today, current }: { today: Today; current: Stop | undefined }) {
  return (
    <RouteLine>
      {today.visits.flatMap((stop, index) => [
        lunchBefore(today, stop, today.visits[index - 1]) && <Lunch key={`lunch-${stop.id}`} today={today} />,
        <StopRow key={stop.id} stop={stop} state={stopState(stop, current)} />,
      ])}
    </RouteLine>
  )
}

function Lunch({ today: { shift } }: { today: Today }) {
  const t = useT()
  if (!shift?.lunch_start || !shift.lunch_end) return null
  const minutes = Math.round((Date.parse(shift.lunch_end) - Date.parse(shift.lunch_start)) / 60_000)
  return (
    <RouteStop time={timeOf(shift.lunch_start)} state="break" onward="dotted">
      <span className="second">{t('lunch', { n: minutes })}</span>
    </RouteStop>
  )
}

function StopRow({ stop, state }: { stop: Stop; state: StationState }) {
  const t = useT()
  const time = stop.window ? timeOf(stop.window.start) : t('noWindow')
  if (state === 'now') {
    return (
      <RouteStop time={time} state={state} onward="dotted" card={<StopCard stop={stop} />}>
        <div className="row apart second">
          <span>{stop.window && t('until', { at: timeOf(stop.window.end) })}</span>
          <Travel stop={stop} />
        </div>
      </RouteStop>
    )
  }
  return (
    <RouteStop time={time} state={state} onward={state === 'later' ? 'ahead' : 'ridden'}>
      <Link href={`/field/visit/${stop.id}`} className="stoprow">
        <span>{`${stop.customer}·${stop.subject}`}</span>
        {stop.finished_at && (
          <span className="note">{t(state === 'failed' ? 'failedAt' : 'finishedAt', { at: timeOf(stop.finished_at) })}</span>
        )}
      </Link>
      {state === 'later' && <Later stop={stop} />}
    </RouteStop>
  )
}

function Travel({ stop: { travel_km: km, travel_min: min } }: { stop: Stop }) {
  const t = useT()
  if (km === null || min === null) return null
  return (
    <span className="row">
      <Bike size={18} />
      {t('travel', { km, min })}
    </span>
  )
}

/** A third of a clock left is soon. */
export const toClockFacts = (clock: NonNullable<Stop['clock']>): ClockFacts => ({
  name: clock.title,
  state: clock.state,
  left: clock.remaining_s,
  soonBelow: clock.allowed_s / 3,
  why: clock.paused_reason,
})

function Later({ stop }: { stop: Stop }) {
  const t = useT()
  const unagreed = stop.status === 'assigned' || stop.status === 'contacted'
  if (!stop.second_visit && !unagreed && !stop.address) return null
  return (
    <div className="stack near">
      {stop.address && <span className="second">{stop.address}</span>}
      <div className="row wrap">
        {stop.second_visit && <Chip icon={<Repeat2 size={16} />}>{t('second')}</Chip>}
        {unagreed && <Chip tone="soon" icon={<PhoneMissed size={16} />}>{t('notAgreed')}</Chip>}
        {stop.clock && <ClockChip clock={toClockFacts(stop.clock)} />}
      </div>
    </div>
  )
}

/** The opened stop: who, what, where, and what to know before ringing. */
export function StopCard({ stop }: { stop: Stop }) {
  const t = useT()
  return (
    <Link href={`/field/visit/${stop.id}`} className="card next stopcard">
      <div className="row apart">
        <strong className="title">{stop.customer}</strong>
        {stop.tier && words.has(stop.tier) && (
          <Chip tone="tier" icon={<Crown size={16} />}>
            {t(stop.tier)}
          </Chip>
        )}
      </div>
      <p>{stop.subject}</p>
      <p className="second">{stop.product}</p>
      <p className="stopcard-place">
        <MapPin size={20} />
        {stop.address}
      </p>
      <div className="row wrap">
        <Cover stop={stop} />
        {stop.second_visit && <Chip icon={<Repeat2 size={16} />}>{t('second')}</Chip>}
        {stop.priority && <Chip icon={<Flag size={16} />}>{t('priority')}</Chip>}
        {stop.elderly && <Chip icon={<HeartHandshake size={16} />}>{t('elderly')}</Chip>}
        {stop.clock && <ClockChip clock={toClockFacts(stop.clock)} />}
      </div>
    </Link>
  )
}

export function Cover({ stop }: { stop: Pick<Stop, 'covered' | 'coverage_stage'> }) {
  const t = useT()
  if (!stop.covered) return null
  const tone = stop.covered === 'out' ? 'soon' : 'brand'
  const icon = stop.covered === 'out' ? <Clock size={16} /> : <ShieldCheck size={16} />
  const word = t(stop.covered)
  return (
    <Chip tone={tone} icon={icon}>
      {stop.coverage_stage === 'provisional' ? `${word}·${t('provisional')}` : word}
    </Chip>
  )
}
