import { language } from '@/i18n'
import { dateOf, dayOf, siteZone, timeOf, weekdayOf } from '../time'
import { t } from './words'

interface Span {
  start: string
  end: string
}

const dayMs = 24 * 3600 * 1000

/** `11-24`, or `24 Nov` in English. */
export const shortDay = (at: string): string => (language() === 'en' ? dateOf(at) : dayOf(at).slice(5))

/** 今天 or 明天, else null. */
export function nearDay(at: string, now: number): string | null {
  const day = dayOf(at)
  if (day === dayOf(now)) return t('today')
  if (day === dayOf(now + dayMs)) return t('tomorrow')
  return null
}

/** `今天` · `明天 周二 11-24` · `周六 11-28`. */
export function dayWords(at: string, now: number): string {
  const near = nearDay(at, now)
  if (near === t('today')) return near
  return [near, weekdayOf(at), shortDay(at)].filter(Boolean).join(' ')
}

/** `10:30–12:00` */
export const hoursWords = ({ start, end }: Span): string => `${timeOf(start)}–${timeOf(end)}`

/** `周四 11-26 09:00–10:30`, `今天 15:00–16:30` */
export const windowWords = (window: Span, now: number): string => `${dayWords(window.start, now)} ${hoursWords(window)}`

/** `明天 10:30–12:00`, `周四 11-26 10:30–12:00`: as short as it stays clear. */
export const shortWindow = (window: Span, now: number): string =>
  `${nearDay(window.start, now) ?? dayWords(window.start, now)} ${hoursWords(window)}`

/** `明天 15:00`, for buttons. */
export const shortStart = ({ start }: Span, now: number): string =>
  `${nearDay(start, now) ?? dayWords(start, now)} ${timeOf(start)}`

/** 上午 · 中午 · 下午 · 晚上, by the hour at the site. */
export function partOfDay(at: string): string {
  const hour = Number(timeOf(at).slice(0, 2))
  if (hour < 12) return t('morning')
  if (hour === 12) return t('noon')
  return hour < 18 ? t('afternoon') : t('evening')
}

/** For 大字: `上午 10:30`, `下午 3:00`. */
export function spokenTime(at: string): string {
  const [hour = '0', minute = '00'] = timeOf(at).split(':')
  const twelve = Number(hour) > 12 ? Number(hour) - 12 : Number(hour)
  return language() === 'en' ? `${twelve}:${minute} ${Number(hour) < 12 ? 'am' : 'pm'}` : `${partOfDay(at)} ${twelve}:${minute}`
}

const weekendDays = new Set(['Sat', 'Sun'])

export function isWeekend(at: string): boolean {
  const format = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: siteZone() })
  return weekendDays.has(format.format(new Date(at)))
}

/** `2024 年 10 月` · `October 2024` from `2024-10`. */
export function monthWords(month: string): string {
  const options = { year: 'numeric', month: 'long', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(language(), options).format(new Date(`${month.slice(0, 7)}-01T00:00:00Z`))
}
