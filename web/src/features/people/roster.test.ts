import { expect, test } from 'vitest'
import type { CrewDay } from '@/api/people'
import { addDays, cellOf, daysBetween, minutesOf, mondayOf, moved, visitsIn, weekdayOfDay, weekHours, weeksOf } from './roster'

const day = (at: string, more: Partial<CrewDay> = {}): CrewDay => ({
  day: at, start: '08:00:00', end: '17:30:00', lunch_start: '12:00:00', lunch_end: '13:00:00', away: false, visits: 0, ...more,
})
const off = { start: null, end: null, lunch_start: null, lunch_end: null }

test('calendar days pass the end of months and years and never lose an hour', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2026-03-29', 1)).toBe('2026-03-30')
  expect(daysBetween('2026-07-14', '2026-08-01')).toBe(18)
})

test('weeks begin on Monday', () => {
  expect(weekdayOfDay('2026-07-13')).toBe(0)
  expect(weekdayOfDay('2026-07-19')).toBe(6)
  expect(mondayOf('2026-07-19')).toBe('2026-07-13')
  expect(mondayOf('2026-07-13')).toBe('2026-07-13')
})

test('days stand in rows of weeks, with nothing where nothing was read', () => {
  const days = ['2026-07-15', '2026-07-16', '2026-07-17', '2026-07-18', '2026-07-19', '2026-07-20'].map((at) => day(at))
  const weeks = weeksOf(days)
  expect(weeks.map((week) => week.map((one) => one?.day.slice(8) ?? '·').join(' '))).toEqual(['· · 15 16 17 18 19', '20 · · · · · ·'])
  expect(weeksOf([])).toEqual([])
})

test('hours count without lunch, and a day off counts nothing', () => {
  expect(minutesOf(day('2026-07-13'))).toBe(510)
  expect(minutesOf(day('2026-07-13', { lunch_start: null, lunch_end: null }))).toBe(570)
  expect(minutesOf(day('2026-07-13', off))).toBe(0)
  expect(weekHours([day('2026-07-13'), day('2026-07-14', off), null, day('2026-07-16')])).toBe(17)
})

test('a cell says work, off or away, and warns of visits nobody would make', () => {
  expect(cellOf(day('2026-07-13', { visits: 2 }))).toEqual({ text: '08:00–17:30', look: 'work', warns: false })
  expect(cellOf(day('2026-07-13', { ...off, visits: 1 }))).toEqual({ text: '', look: 'off', warns: true })
  expect(cellOf(day('2026-07-13', { away: true, visits: 1 }))).toEqual({ text: '08:00–17:30', look: 'away', warns: true })
})

test('visits of the days, by the clock at the site', () => {
  const visit = (starts_at: string | null, ends_at: string | null, number: string) => ({ engineer_id: 'e', order_id: 'o', number, starts_at, ends_at })
  const visits = [
    visit('2026-07-13T15:30:00Z', '2026-07-13T16:30:00Z', 'over midnight in Hangzhou'), visit('2026-07-15T01:00:00Z', '2026-07-15T03:00:00Z', 'next day'),
    visit(null, null, 'no time yet'),
  ]
  expect(visitsIn(visits, '2026-07-14', '2026-07-14').map((one) => one.number)).toEqual(['over midnight in Hangzhou'])
})

test('arrows stay inside the grid', () => {
  expect(moved(0, 'ArrowLeft', 7, 28)).toBe(0)
  expect(moved(0, 'ArrowDown', 7, 28)).toBe(7)
  expect(moved(27, 'ArrowDown', 7, 28)).toBe(27)
  expect(moved(8, 'ArrowUp', 7, 28)).toBe(1)
  expect(moved(8, 'x', 7, 28)).toBe(8)
})
