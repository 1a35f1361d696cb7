import { language } from '@/i18n'
import { words } from '../words'
import { siteZone } from './zone'

const { t } = words
const minute = 60
const hour = 60 * minute
const day = 24 * hour

type Moment = string | number | Date

function format(at: Moment, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language(), { timeZone: siteZone(), hourCycle: 'h23', ...options }).format(new Date(at))
}

/** Calendar day at the site as `2026-07-14`; compares and sorts as text. */
export const dayOf = (at: Moment): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: siteZone(), dateStyle: 'short' }).format(new Date(at))

/** `14:26` */
export const timeOf = (at: Moment): string => format(at, { hour: '2-digit', minute: '2-digit' })

/** `14:26:03` */
export const secondOf = (at: Moment): string =>
  format(at, { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** `7月14日` · `14 Jul` */
export const dateOf = (at: Moment): string =>
  language() === 'en'
    ? new Intl.DateTimeFormat('en-GB', { timeZone: siteZone(), day: 'numeric', month: 'short' }).format(new Date(at))
    : format(at, { month: 'long', day: 'numeric' })

export const weekdayOf = (at: Moment): string => format(at, { weekday: 'short' })

/** `7/14` · `14 Jul`, for tables. */
export const shortDateOf = (at: Moment): string =>
  language() === 'en' ? dateOf(at) : format(at, { month: 'numeric', day: 'numeric' })

/** The full moment, for hover: nothing is rounded away. */
export const exact = (at: Moment): string =>
  format(at, { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** Near days by name, far ones by date: `14:26`, `昨 16:05`, `明 09:00`, `7/15 09:12`. */
export function momentOf(at: Moment, now: number): string {
  const time = timeOf(at)
  const here = dayOf(at)
  if (here === dayOf(now)) return time
  if (here === dayOf(now - day * 1000)) return t('time.yesterdayAt', { at: time })
  if (here === dayOf(now + day * 1000)) return t('time.tomorrowAt', { at: time })
  return `${shortDateOf(at)} ${time}`
}

/** A duration in seconds as people say it: `42 分`, `1:19`, `2 天`. */
export function spanOf(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  if (whole < hour) return t('span.minutes', { n: Math.floor(whole / minute) })
  if (whole >= day) return t('span.days', { n: Math.floor(whole / day) })
  return hoursOf(whole)
}

/** `1:19`: hours and minutes, without days, for sums that must add up. */
export function hoursOf(seconds: number): string {
  const minutes = Math.floor(Math.max(0, seconds) / minute)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** How long ago: `4 分`, `1 小时`, `昨天`, then the date. */
export function agoOf(at: Moment, now: number): string {
  const seconds = Math.floor((now - new Date(at).getTime()) / 1000)
  if (seconds < minute) return t('time.now')
  if (seconds < hour) return t('span.minutes', { n: Math.floor(seconds / minute) })
  if (dayOf(at) === dayOf(now)) return t('span.hours', { n: Math.floor(seconds / hour) })
  return dayOf(at) === dayOf(now - day * 1000) ? t('time.yesterday') : shortDateOf(at)
}

/** The site's distance from UTC at a moment, in milliseconds. */
export function siteOffset(at: Moment): number {
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: siteZone(), dateStyle: 'short', timeStyle: 'medium' }).format(new Date(at))
  const whole = Math.floor(new Date(at).getTime() / 1000) * 1000
  return Date.parse(`${wall.replace(' ', 'T')}Z`) - whole
}
