import type { CrewDay, VisitBrief } from '@/api/people'
import { dayOf } from '@/kit/time'

const dayMs = 86_400_000

/** `2026-07-14` + 3 → `2026-07-17`: calendar days, so that no clock change moves them. */
export const addDays = (day: string, n: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + n * dayMs).toISOString().slice(0, 10)

export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs)

/** 0 Monday … 6 Sunday, as the server counts. */
export const weekdayOfDay = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

export const mondayOf = (day: string): string => addDays(day, -weekdayOfDay(day))

/** `08:00:00` → `08:00` */
export const clockOf = (time: string | null | undefined): string => time?.slice(0, 5) ?? ''

/** `08:00` → 480 minutes after midnight. */
const minutesAt = (time: string | null | undefined): number => {
  const [hours = 0, minutes = 0] = clockOf(time).split(':').map(Number)
  return hours * 60 + minutes
}

/** Working minutes of a day, lunch taken off; 0 for a day off. */
export const minutesOf = (day: CrewDay): number =>
  day.start && day.end ? minutesAt(day.end) - minutesAt(day.start) - (day.lunch_start ? minutesAt(day.lunch_end) - minutesAt(day.lunch_start) : 0) : 0

/** Days in rows of weeks from Monday; what lies outside the days read is null. */
export function weeksOf(days: readonly CrewDay[]): (CrewDay | null)[][] {
  const first = days[0]
  if (!first) return []
  const padded = [...Array.from({ length: weekdayOfDay(first.day) }, () => null), ...days]
  return Array.from({ length: Math.ceil(padded.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => padded[week * 7 + weekday] ?? null))
}

/** Hours of a week as people say them: 47.5. */
export const weekHours = (week: readonly (CrewDay | null)[]): number =>
  Math.round(week.reduce((sum, day) => sum + (day ? minutesOf(day) : 0), 0) / 6) / 10

/** What a cell of the grid shows. Visits without a shift, or while away, want somebody's eye. */
export function cellOf(day: CrewDay): { text: string; look: 'work' | 'off' | 'away'; warns: boolean } {
  const look = day.away ? 'away' : day.start ? 'work' : 'off'
  return { text: day.start ? `${clockOf(day.start)}–${clockOf(day.end)}` : '', look, warns: day.visits > 0 && look !== 'work' }
}

/** Open visits whose time touches the days, at the site. */
export const visitsIn = (visits: readonly VisitBrief[], first: string, last: string): VisitBrief[] =>
  visits.filter((visit) => visit.starts_at && visit.ends_at && dayOf(visit.starts_at) <= last && dayOf(visit.ends_at) >= first)

/** Arrow keys in a grid of `columns` columns and `count` cells: where the focus goes. */
export function moved(at: number, key: string, columns: number, count: number): number {
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[key] ?? 0
  const next = at + step
  return next < 0 || next >= count ? at : next
}
