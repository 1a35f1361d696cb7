import { expect, test } from 'vitest'
import { chunks, plus } from './chunks'
import { complete, type Line, moved, termsOf, unknown, withNew } from './terms'

const row = (line: number, text = 'x') => ({ line, cells: { code: text } })
const term = (code: string, active = true): Line => ({ code, name_zh: code, name_en: code, active, fresh: false })
const codes = (lines: Line[]) => lines.map((line) => line.code)

test('rows go in their order, so many at once and no more than the server takes', () => {
  const rows = [1, 2, 3, 4, 5].map((line) => row(line))
  expect(chunks(rows, 2).map((chunk) => chunk.map((one) => one.line))).toEqual([[1, 2], [3, 4], [5]])
  const bytes = 2 * (JSON.stringify(row(1)).length + 1)
  expect(chunks(rows, 200, bytes).map((chunk) => chunk.length)).toEqual([2, 2, 1])
})

test('a Chinese letter counts three bytes, and a row larger than a chunk goes alone', () => {
  const [plain, wide] = [row(1, 'abc'), row(2, '热水器')]
  expect(chunks([plain, wide], 200, 2 * (JSON.stringify(plain).length + 1))).toEqual([[plain], [wide]])
  expect(chunks([row(1, 'x'.repeat(900)), row(2)], 200, 100).map((chunk) => chunk.length)).toEqual([1, 1])
  expect(chunks([], 200)).toEqual([])
})

test('the chunks’ counts add up', () => {
  expect(plus({ new: 2, wrong: 1 }, { new: 3, changed: 1 })).toEqual({ new: 5, wrong: 1, changed: 1 })
})

test('a term moves among those in use and never past "not sure"', () => {
  const lines = [term('a'), term('b'), term(unknown), term('old', false)]
  expect(codes(moved(lines, 1, -1))).toEqual(['b', 'a', unknown, 'old'])
  expect(codes(moved(lines, 1, 1))).toEqual(['a', 'b', unknown, 'old'])
  expect(codes(moved(lines, 0, -1))).toEqual(['a', 'b', unknown, 'old'])
})

test('a new term stands before "not sure" and needs a code of its own and both names', () => {
  const lines = withNew([term('a'), term(unknown), term('old', false)])
  expect(codes(lines)).toEqual(['a', '', unknown, 'old'])
  expect(complete(lines)).toBe(false)
  const named = lines.map((line) => (line.fresh ? { ...line, code: 'leaks', name_zh: '漏水', name_en: 'Leaks' } : line))
  expect(complete(named)).toBe(true)
  expect(complete([...named, term('leaks')])).toBe(false)
  expect(termsOf(named)[1]).toEqual({ code: 'leaks', name_zh: '漏水', name_en: 'Leaks', active: true })
})
