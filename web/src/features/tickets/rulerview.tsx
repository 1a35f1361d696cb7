import type { ClockExplained } from '@/api/tickets'
import { dueOf } from '@/kit/clock'
import { dateOf, dayOf, hoursOf, momentOf, siteOffset, timeOf, useNow, weekdayOf } from '@/kit/time'
import css from './explain.module.css'
import { boxOf, frameOf, placeOf, type Span, ticksOf } from './ruler'
import { words } from './words'

const percent = (value: number) => `${value.toFixed(2)}%`
const ms = (at: string) => Date.parse(at)
const styleOf = (span: Span, frame: Span) => {
  const { left, width } = boxOf(span, frame)
  return { left: percent(left), width: percent(width) }
}

function Scale({ frame, offset }: { frame: Span; offset: number }) {
  const ticks = ticksOf(frame, offset)
  const days = [frame.from, ...ticks.filter((tick) => (tick + offset) % 86_400_000 === 0)]
  const shownDays = [...new Map(days.map((day) => [dayOf(day), day])).values()]
  return (
    <div className={css.scale}>
      {shownDays.map((day) => <b key={day} style={{ left: percent(placeOf(day, frame)) }}>{dateOf(day)} {weekdayOf(day)}</b>)}
      {ticks.map((tick) => <span key={tick} style={{ left: percent(placeOf(tick, frame)) }}>{timeOf(tick).slice(0, 2)}</span>)}
    </div>
  )
}

/** A mark that goes down through all lanes. */
function Mark({ at, frame, tone, children }: { at: number; frame: Span; tone: string; children: string }) {
  const place = placeOf(at, frame)
  return <i className={css.mark} data-tone={tone} data-side={place > 70 ? 'left' : 'right'} style={{ left: percent(place) }}><em>{children}</em></i>
}

/** Calendar, pauses and what counted, on one line of the site's time. */
export function Ruler({ explained }: { explained: ClockExplained }) {
  const t = words.useT()
  const now = useNow()
  const { clock, intervals, pauses, escalations } = explained
  const start = ms(clock.started_at ?? intervals[0]?.start ?? new Date(now).toISOString())
  const dueAt = dueOf(clock)
  const due = dueAt === null ? null : ms(dueAt)
  const ends = intervals.map((interval) => ms(interval.end))
  const running = !clock.stopped_at && clock.state !== 'cancelled' && clock.state !== 'waiting'
  const frame = frameOf([start, ...ends, ...(running ? [now] : []), ...(due === null ? [] : [due])])
  return (
    <section className={css.ruler} data-running={running}>
      <Scale frame={frame} offset={siteOffset(start)} />
      <div className={css.lane}>
        <span>{t('explain.counted')}</span>
        <div>
          {intervals.map((interval) => (
            <u key={interval.start} data-counted={interval.counted} style={styleOf({ from: ms(interval.start), to: ms(interval.end) }, frame)}>{hoursOf(interval.seconds)}</u>
          ))}
          {running && due !== null && due > now && <u data-counted="ahead" style={styleOf({ from: now, to: due }, frame)} />}
        </div>
      </div>
      {pauses.length > 0 && (
        <div className={css.lane}>
          <span>{t('explain.pauses')}</span>
          <div>
            {pauses.map((pause) => (
              <u key={pause.id} data-pause={pause.accepted} style={styleOf({ from: ms(pause.since), to: pause.until ? ms(pause.until) : now }, frame)}>{pause.reason_name}</u>
            ))}
          </div>
        </div>
      )}
      {escalations.length > 0 && (
        <div className={css.ladder} title={t('explain.ladder')}>
          {escalations.map((rung) => (
            <i key={rung.key} data-fired={rung.fired} style={{ left: percent(placeOf(ms(rung.at), frame)) }} title={`${momentOf(rung.at, now)} ${rung.who}`} />
          ))}
        </div>
      )}
      <div className={css.marks}>
        <Mark at={start} frame={frame} tone="start">{t('explain.start', { at: timeOf(start) })}</Mark>
        {running && <Mark at={now} frame={frame} tone="now">{t('explain.now', { at: timeOf(now) })}</Mark>}
        {due !== null && <Mark at={due} frame={frame} tone={due < now && running ? 'late' : 'due'}>{`${t('explain.dueAt')} ${momentOf(due, now)}`}</Mark>}
      </div>
    </section>
  )
}
