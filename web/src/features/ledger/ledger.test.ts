import { expect, test } from 'vitest'
import { setLanguage } from '@/i18n'
import { gist, titleOf } from './ledger'

test('a label made for values is told without them', () => {
  expect(titleOf('时钟升级：{clock} {step}')).toBe('时钟升级')
  expect(titleOf('受理，渠道：{channel}')).toBe('受理，渠道')
  expect(titleOf('已登录')).toBe('已登录')
})

test('the gist of an event leaves out ids and empty values and quotes what was said', () => {
  setLanguage('zh-CN')
  expect(gist([{ name: 'text', label: '内容', value: '不制冷', raw: '' }, { name: 'urgency', label: '紧急', value: '普通', raw: 'normal' }])).toBe('“不制冷”；紧急 普通')
})

test('moments are told by the place’s clock', () => {
  setLanguage('zh-CN')
  expect(gist([{ name: 'from_at', label: '从', value: '2026-07-14T06:26:03Z', raw: '' }])).toBe('从 2026/07/14 14:26:03')
})
