import { act, renderHook } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { dropDraft, emptyDraft, hasDraft, isMobile, loadDraft, missing, mobile, saidWhat, useDraft } from './draft'

beforeEach(() => localStorage.clear())

test('a half-filled request survives closing, with its key', () => {
  const { result } = renderHook(() => useDraft('q1'))
  act(() => result.current[1]({ text: '忽冷忽热', name: '周慧敏' }))
  const again = loadDraft('q1')
  expect(again).toEqual(result.current[0])
  expect([again.text, again.name]).toEqual(['忽冷忽热', '周慧敏'])
  expect(hasDraft('q2')).toBe(false)
})

test('a sent draft is gone, a broken one is empty', () => {
  const { result } = renderHook(() => useDraft('q1'))
  act(() => result.current[1]({ text: 'x' }))
  dropDraft('q1')
  expect(hasDraft('q1')).toBe(false)
  localStorage.setItem('anxin.request.q1', '{half')
  expect(loadDraft('q1').text).toBe('')
})

test.each([
  ['138 5710 6630', true],
  ['+86 13857106630', true],
  ['8613857106630', true],
  ['12857106630', false],
  ['1385710663', false],
  ['', false],
])('%s is a mobile number: %s', (typed, yes) => expect(isMobile(typed)).toBe(yes))

test('numbers are sent bare', () => expect(mobile('+86 138-5710 6630')).toBe('13857106630'))

test('what is missing, in the order of the page', () => {
  const draft = emptyDraft()
  expect(missing(draft)).toEqual(['name', 'phone', 'address', 'consent'])
  const full = { ...draft, name: '周', phone: '13857106630', address: '密渡桥路18号', consent: true }
  expect(missing(full)).toEqual([])
  expect(missing({ ...full, phone: '138', consent: false })).toEqual(['phone', 'consent'])
})

test('a question is answered without an address', () => {
  const asked = { ...emptyDraft(), need: 'question' as const, name: '周', phone: '13857106630', consent: true }
  expect(missing(asked)).toEqual([])
})

test('a symptom, words, a photo or the wish itself are enough; a symptom is no question', () => {
  expect(saidWhat(emptyDraft(), 1)).toBe(true)
  expect(saidWhat({ ...emptyDraft(), need: 'maintenance' })).toBe(true)
  expect(saidWhat({ ...emptyDraft(), need: 'question', symptom: 'leak' })).toBe(false)
  expect(saidWhat(emptyDraft())).toBe(false)
  expect(saidWhat({ ...emptyDraft(), symptom: 'leak' })).toBe(true)
  expect(saidWhat({ ...emptyDraft(), text: '  ' })).toBe(false)
})
