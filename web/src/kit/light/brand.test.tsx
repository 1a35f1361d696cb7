import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { beforeEach, expect, test } from 'vitest'
import { setLanguage } from '@/i18n'
import { anonymous } from '@/testing/phone/page'
import { sessionKey } from '../session'
import { BrandBar } from './brand'

beforeEach(() => setLanguage('zh-CN'))

/** The bar of a house of this name; none is known yet while the session is asked for. */
function show(brand: string | null) {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } })
  if (brand !== null) client.setQueryData(sessionKey, { ...anonymous('2026-11-23T11:41:00Z'), brand })
  render(<QueryClientProvider client={client}><BrandBar /></QueryClientProvider>)
}

test('every house sees its own name over its pages', () => {
  show('大雪制冷')
  expect(screen.getByText('大雪制冷服务')).toBeVisible()
})

test('until the name is known none stands there', () => {
  show(null)
  expect(screen.queryByText(/服务/)).toBeNull()
})
