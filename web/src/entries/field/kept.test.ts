import { beforeEach, expect, test } from 'vitest'
import { anonymous, personOf } from '@/testing/phone/page'
import { remember, remembered } from './kept'

const now = '2026-11-24T02:00:00.000Z'
beforeEach(() => localStorage.clear())

test('who works on this phone is known without the network, and the business clock has gone on', () => {
  remember({ ...personOf('engineer', now), clock_rate: 2 }, 1000)
  expect(remembered(61_000)).toMatchObject({ user: { username: 'chen' }, now: '2026-11-24T02:02:00.000Z' })
})

test('nobody is remembered after the house said that nobody is logged in', () => {
  remember(personOf('engineer', now))
  remember(anonymous(now))
  expect(remembered()).toBeNull()
})

test('passwords of the demo are not kept', () => {
  remember({ ...personOf('engineer', now), demo: { accounts: [] } as never })
  expect(remembered()?.demo).toBeNull()
})
