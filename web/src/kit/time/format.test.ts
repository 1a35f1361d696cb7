import { beforeEach, describe, expect, test } from 'vitest'
import { setLanguage } from '@/i18n'
import { agoOf, dateOf, dayOf, exact, hoursOf, momentOf, siteOffset, spanOf, timeOf } from '.'

const now = Date.parse('2026-07-14T06:26:00Z') // 14:26 in Hangzhou

beforeEach(() => setLanguage('zh-CN'))

describe('moments are those of the site, not of this machine', () => {
  test('late evening in UTC is the next day in Hangzhou', () => {
    expect(dayOf('2026-07-13T17:00:00Z')).toBe('2026-07-14')
    expect(timeOf('2026-07-13T17:00:00Z')).toBe('01:00')
    expect(exact('2026-07-14T06:26:03Z')).toBe('2026/07/14 14:26:03')
  })

  test('the site is eight hours ahead of UTC', () => expect(siteOffset(now)).toBe(8 * 3_600_000))

  test.each([
    ['2026-07-14T06:00:00Z', '14:00'],
    ['2026-07-13T08:05:00Z', '昨 16:05'],
    ['2026-07-15T01:00:00Z', '明 09:00'],
    ['2026-07-16T01:12:00Z', '7/16 09:12'],
  ])('%s reads %s', (at, said) => expect(momentOf(at, now)).toBe(said))

  test('English dates', () => {
    setLanguage('en')
    expect(dateOf(now)).toBe('14 Jul')
    expect(momentOf('2026-07-16T01:12:00Z', now)).toBe('16 Jul 09:12')
  })
})

describe('durations', () => {
  test.each([
    [0, '0 分'],
    [42 * 60 + 59, '42 分'],
    [3600, '1:00'],
    [79 * 60, '1:19'],
    [2 * 86400 + 5, '2 天'],
    [-5, '0 分'],
  ])('%i s is %s', (seconds, said) => expect(spanOf(seconds)).toBe(said))

  test('sums keep their hours', () => expect(hoursOf(26 * 3600 + 300)).toBe('26:05'))

  test.each([
    ['2026-07-14T06:25:30Z', '刚刚'],
    ['2026-07-14T06:22:00Z', '4 分'],
    ['2026-07-14T05:00:00Z', '1 小时'],
    ['2026-07-13T05:00:00Z', '昨天'],
    ['2026-07-11T05:00:00Z', '7/11'],
  ])('%s was %s ago', (at, said) => expect(agoOf(at, now)).toBe(said))
})
