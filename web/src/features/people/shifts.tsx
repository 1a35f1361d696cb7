import { useQuery } from '@tanstack/react-query'
import { CalendarPlus, ChevronLeft, ChevronRight, TriangleAlert } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { type CrewDay, engineers } from '@/api/people'
import { Button } from '@/kit/basics'
import { Read } from '@/kit/states'
import { dayOf, shortDateOf, useNow, weekdayOf } from '@/kit/time'
import css from './crew.module.css'
import { words } from './crewwords'
import { DayDialog } from './day'
import type { OfEngineer } from './engineer'
import { PlanDialog } from './plan'
import { addDays, cellOf, mondayOf, moved, weekHours, weeksOf } from './roster'

const shown = 28

/** Noon of a calendar day at any site of ours: for its name only. */
export const noon = (day: string): string => `${day}T12:00:00+08:00`

export function DayCell({ day, past, today, tabIndex, onOpen, short = false }: { day: CrewDay; past: boolean; today: boolean; tabIndex?: number; onOpen?: (() => void) | undefined; short?: boolean }) {
  const t = words.useT()
  const { text, look, warns } = cellOf(day)
  const said = look === 'away' ? t('away') : look === 'off' ? t('shifts.off') : text
  const title = [day.day, said, day.visits > 0 && t('shifts.visits', { n: day.visits })].filter(Boolean).join(' · ')
  return (
    <button
      type="button" className={css.day} data-look={look} data-past={past} data-today={today} data-short={short} disabled={!onOpen} title={warns ? t('shifts.warn', { n: day.visits }) : title}
      aria-label={title} {...(tabIndex === undefined ? {} : { tabIndex })} onClick={onOpen} data-day={day.day}
    >
      {!short && <time>{shortDateOf(noon(day.day))}</time>}
      <span>{look === 'work' ? (short ? <>{text.slice(0, 5)}<br />{text.slice(6)}</> : text) : said}</span>
      {day.visits > 0 && <small data-warns={warns}>{warns && <TriangleAlert size={11} />}{short ? day.visits : t('shifts.visits', { n: day.visits })}</small>}
    </button>
  )
}

/** Arrows move among the days; one of them is in the tab order. */
function arrows(event: KeyboardEvent<HTMLElement>): void {
  const days = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button[data-day]')]
  const at = days.findIndex((one) => one === document.activeElement)
  const next = days[moved(at, event.key, 7, days.length)]
  if (at < 0 || !next || next === days[at]) return
  event.preventDefault()
  next.focus()
}

function Weeks({ days, onOpen }: { days: readonly CrewDay[]; onOpen?: ((day: CrewDay) => void) | undefined }) {
  const t = words.useT()
  const today = dayOf(useNow())
  const weeks = weeksOf(days)
  const inOrder = days.find((one) => one.day >= today)?.day ?? days[0]?.day
  return (
    <div className={css.weeks} role="group" onKeyDown={arrows}>
      <div className={css.week} aria-hidden>{weeks[0]?.map((day) => <span key={day?.day}>{day && weekdayOf(noon(day.day))}</span>)}<span>{t('shifts.week')}</span></div>
      {weeks.map((week, at) => (
        <div key={at} className={css.week}>
          {week.map((day, weekday) => day ? (
            <DayCell key={day.day} day={day} past={day.day < today} today={day.day === today} tabIndex={day.day === inOrder ? 0 : -1} onOpen={onOpen && day.day >= today ? () => onOpen(day) : undefined} />
          ) : <span key={weekday} />)}
          <span className={css.sum}>{t('shifts.hours', { n: weekHours(week) })}</span>
        </div>
      ))}
    </div>
  )
}

/** Four weeks of one engineer; a click changes a day, the form plans many. */
export function Shifts({ engineer }: OfEngineer) {
  const t = words.useT()
  const today = dayOf(useNow())
  const [first, setFirst] = useState(() => mondayOf(today))
  const [day, setDay] = useState<CrewDay | null>(null)
  const [planning, setPlanning] = useState(false)
  const reading = useQuery({ queryKey: ['people', 'roster', engineer.id, first], queryFn: () => engineers.roster({ engineer: engineer.id, first, days: shown }), enabled: engineer.active })
  return (
    <section className={css.card}>
      <div className={css.range}>
        <Button size="sm" icon={<ChevronLeft size={14} />} aria-label={t('shifts.earlier')} title={t('shifts.earlier')} onClick={() => setFirst(addDays(first, -shown))} />
        <b>{shortDateOf(noon(first))} – {shortDateOf(noon(addDays(first, shown - 1)))}</b>
        <Button size="sm" icon={<ChevronRight size={14} />} aria-label={t('shifts.later')} title={t('shifts.later')} onClick={() => setFirst(addDays(first, shown))} />
        <span className={css.grow} />
        {engineer.may.roster && <Button look="primary" icon={<CalendarPlus size={14} />} onClick={() => setPlanning(true)} data-testid="plan">{t('plan')}</Button>}
      </div>
      <Read of={reading} rows={4} height={60}>{(page) => <Weeks days={page.items[0]?.days ?? []} onOpen={engineer.may.roster ? setDay : undefined} />}</Read>
      {engineer.may.roster && <p className={css.hint}>{t('shifts.hint')}</p>}
      {day && <DayDialog id={engineer.id} name={engineer.name} day={day} onClose={() => setDay(null)} />}
      {planning && <PlanDialog ids={[engineer.id]} name={engineer.name} mode="plan" onClose={() => setPlanning(false)} />}
    </section>
  )
}
