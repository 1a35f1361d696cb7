import { beforeEach, expect, test } from 'vitest'
import { setLanguage } from '@/i18n'
import { dayWords, hoursWords, isWeekend, monthWords, shortStart, shortWindow, spokenTime, windowWords } from './when'

const now = Date.parse('2026-11-23T11:41:00Z') // Monday 19:41 in Hangzhou
const tomorrow = { start: '2026-11-24T02:30:00Z', end: '2026-11-24T04:00:00Z' }

beforeEach(() => setLanguage('zh-CN'))

test('near days have names, far ones their weekday', () => {
  expect(dayWords('2026-11-23T12:00:00Z', now)).toBe('今天')
  expect(dayWords(tomorrow.start, now)).toBe('明天 周二 11-24')
  expect(dayWords('2026-11-28T01:00:00Z', now)).toBe('周六 11-28')
  expect(windowWords(tomorrow, now)).toBe('明天 周二 11-24 10:30–12:00')
})

test('shorter where the day has a name', () => {
  expect(shortWindow(tomorrow, now)).toBe('明天 10:30–12:00')
  expect(shortStart({ start: '2026-11-28T01:00:00Z', end: '' }, now)).toBe('周六 11-28 09:00')
})

test('English', () => {
  setLanguage('en')
  expect(windowWords(tomorrow, now)).toBe('Tomorrow Tue 24 Nov 10:30–12:00')
  expect(spokenTime('2026-11-24T07:00:00Z')).toBe('3:00 pm')
  expect(monthWords('2024-10')).toBe('October 2024')
})

test('in words for 大字', () => {
  expect(spokenTime(tomorrow.start)).toBe('上午 10:30')
  expect(spokenTime('2026-11-24T07:00:00Z')).toBe('下午 3:00')
  expect(spokenTime('2026-11-24T04:00:00Z')).toBe('中午 12:00')
  expect(spokenTime('2026-11-24T10:05:00Z')).toBe('晚上 6:05')
  expect(monthWords('2024-10')).toBe('2024年10月')
})

test('the weekend is that of the site', () => {
  expect(isWeekend('2026-11-27T17:00:00Z')).toBe(true) // Saturday 01:00 in Hangzhou
  expect(isWeekend('2026-11-27T15:00:00Z')).toBe(false)
  expect(hoursWords(tomorrow)).toBe('10:30–12:00')
})
