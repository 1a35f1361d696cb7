import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { App } from 'antd'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test, vi } from 'vitest'
import type { TicketDetail } from '@/api/tickets'
import { setLanguage } from '@/i18n'
import { withServer } from '@/testing/server'
import { FilterBar } from '../filterbar'
import { EditTicket } from './edit'

const server = withServer()
const show = (node: React.ReactNode) => render(<QueryClientProvider client={new QueryClient()}><App>{node}</App></QueryClientProvider>)
const symptom = (code: string, name: string, active: boolean) => ({ code, name_zh: name, name_en: code, active })

beforeEach(() => {
  setLanguage('zh-CN')
  vi.stubGlobal('ResizeObserver', class { observe() {} unobserve() {} disconnect() {} })
})

test('a symptom out of use keeps its name on the ticket that has it, and is no choice for others', async () => {
  server.use(http.get('*/api/catalog/categories/gas', () => HttpResponse.json({
    code: 'gas', symptoms: [symptom('leak', '漏水', true), symptom('old', '老毛病', false), symptom('older', '更老的毛病', false)], causes: [],
  })))
  const ticket = { id: 't', version: 1, category: 'gas', symptom: 'old', order_type: 'repair', urgency: 'normal', complexity: 'normal', wish: '' } as TicketDetail
  show(<EditTicket ticket={ticket} onClose={vi.fn()} />)
  expect(await screen.findByText('老毛病（已停用）')).toBeInTheDocument()
  await userEvent.click(screen.getByLabelText('故障现象'))
  expect(await screen.findByText('漏水')).toBeInTheDocument()
  expect(screen.queryByText(/更老的毛病/)).toBeNull()
})

test('a filter names the category as the catalogue of the house does', async () => {
  server.use(
    http.get('*/api/catalog/categories', () => HttpResponse.json([{ code: 'kiln', name: '', name_zh: '窑炉', name_en: 'Kiln', active: true }])),
    http.get('*/api/orgs', () => HttpResponse.json([])),
  )
  show(<FilterBar filters={{ category: 'kiln' }} onChange={vi.fn()} />)
  expect(await screen.findByText('窑炉')).toBeInTheDocument()
})
