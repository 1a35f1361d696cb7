import { expect, test } from 'vitest'
import { type Answers, isAmount, lacking, noAnswers, pleased, toBody } from './answers'

const given = (part: Partial<Answers>): Answers => ({ ...noAnswers, solved: 'yes', ...part })

test('satisfaction is asked before money, the sum last', () => {
  expect(lacking(given({}))).toBe('csat')
  expect(lacking(given({ csat: 4 }))).toBe('paid')
  expect(lacking(given({ csat: 4, paid: 'some' }))).toBe('amount')
  expect(lacking(given({ csat: 4, paid: 'some', amount: '50' }))).toBeNull()
  expect(lacking(given({ csat: 1, paid: 'nothing' }))).toBeNull()
})

test.each([['50', true], ['50.5', true], ['50.555', false], ['-5', false], ['五十', false], ['', false]])(
  '%s is a sum: %s',
  (typed, yes) => expect(isAmount(typed)).toBe(yes),
)

test('not solved is sent alone, without a score', () => {
  expect(toBody({ ...noAnswers, solved: 'no' }, [])).toEqual({ solved: false, csat: null, paid: null, comment: '' })
  expect(toBody({ ...noAnswers, solved: 'partly' }, ['好一些'])).toMatchObject({ solved: false, comment: '好一些' })
})

test('nothing paid is zero, a sum is what was typed', () => {
  expect(toBody(given({ csat: 5, paid: 'nothing', amount: '9' }), ['准时']).paid).toBe('0')
  expect(toBody(given({ csat: 5, paid: 'some', amount: ' 50.5 ' }), []).paid).toBe('50.5')
  expect([pleased(4), pleased(3), pleased(null)]).toEqual([true, false, false])
})
