import { act, render, screen } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { defineWords, inOneLine, joined, listed, setLanguage } from '.'

const words = defineWords({ 'queue.count': ['共 {n} 单', '{n} tickets'], plain: ['工单', 'Tickets'] })

beforeEach(() => setLanguage('zh-CN'))

test('parameters are filled and unknown ones left readable', () => {
  expect(words.t('queue.count', { n: 15 })).toBe('共 15 单')
  expect(words.t('queue.count')).toBe('共 {n} 单')
})

test('phrases are parted as the language does it', () => {
  const said = () => [joined(['a', 'b']), inOneLine('a', null, 'b'), listed([5, 8])]
  expect(said()).toEqual(['a；b', 'a，b', '5、8'])
  setLanguage('en')
  expect(said()).toEqual(['a; b', 'a, b', '5, 8'])
})

test('components follow the language at once and it is kept', () => {
  function Title() {
    const t = words.useT()
    return <h1>{t('plain')}</h1>
  }
  render(<Title />)
  expect(screen.getByRole('heading').textContent).toBe('工单')
  act(() => setLanguage('en'))
  expect(screen.getByRole('heading').textContent).toBe('Tickets')
  expect(localStorage.getItem('anxin.lang')).toBe('en')
  expect(document.documentElement.lang).toBe('en')
})
