import { expect, test } from 'vitest'
import { differences, settle } from './merge'

const base = { wish: '', urgency: 'normal', symptom: 'unknown', complex: false }
const mine = { wish: '周四', urgency: 'urgent', symptom: 'unknown', complex: true }
const theirs = { wish: '周三', urgency: 'normal', symptom: 'leak', complex: true }

test('only what I wrote and is not so now is asked about', () => {
  expect(differences(base, mine, theirs)).toEqual([
    { name: 'wish', theirs: '周三', mine: '周四', free: false },
    { name: 'urgency', theirs: 'normal', mine: 'urgent', free: true },
  ])
})

test('unless chosen, mine counts where nobody else wrote; what I give up is named', () => {
  const found = differences(base, mine, theirs)
  expect(settle(found, {})).toEqual({ changes: { urgency: 'urgent' }, setAside: { wish: '周四' } })
  expect(settle(found, { wish: 'mine' })).toEqual({ changes: { wish: '周四', urgency: 'urgent' }, setAside: {} })
  expect(settle(found, { urgency: 'theirs' })).toEqual({ changes: {}, setAside: { wish: '周四', urgency: 'urgent' } })
})
