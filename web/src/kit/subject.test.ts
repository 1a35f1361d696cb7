import { expect, test } from 'vitest'
import { productOf, wordsOf } from './subject'

test('the words stand without their product', () => {
  expect(wordsOf({ subject: 'N8 变频 · 洗衣机不排水 E2', product: 'N8 变频' })).toBe('洗衣机不排水 E2')
  expect(wordsOf({ subject: '不制冷 · 漏水', product: 'N8 变频' })).toBe('不制冷 · 漏水')
  expect(wordsOf({ subject: '漏水', product: null })).toBe('漏水')
})

test('a model that is part of the name is not said twice', () => {
  expect(productOf('T3 定频 KFR-35GW', 'KFR-35GW')).toBe('T3 定频 KFR-35GW')
  expect(productOf('静岳 1.5 匹', 'KFR-35GW')).toBe('静岳 1.5 匹 KFR-35GW')
})
