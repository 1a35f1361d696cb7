import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { App } from 'antd'
import { HttpResponse, http } from 'msw'
import { expect, test, vi } from 'vitest'
import { setLanguage } from '@/i18n'
import { withServer } from '@/testing/server'
import { Queues } from './queues'

let may = 'queue.edit'
vi.mock('@/kit/session', () => ({ useMay: () => (verb: string) => verb === may }))
vi.mock('@/kit/url', () => ({ useUrlState: () => ({ state: { q: '夜' }, change: vi.fn() }) }))
vi.mock('@/kit/export', () => ({ ExportMenu: (props: object) => <output data-testid="export">{JSON.stringify(props)}</output> }))

const server = withServer()
const row = {
  id: 'q1', code: 'night', name_zh: '夜班', name_en: 'Night', org_id: 'o', org: '杭州', role: 'agent', skills: [], language: '', position: 1, active: true, waiting: 0, version: 1,
}

function show() {
  setLanguage('zh-CN')
  server.use(
    http.get('*/api/queues', () => HttpResponse.json({ items: [row], next: null, count: 1, count_exact: true })),
    http.get('*/api/catalog/categories', () => HttpResponse.json([])),
  )
  render(<QueryClientProvider client={new QueryClient()}><App><Queues /></App></QueryClientProvider>)
}

test('who keeps the queues takes them away as they are filtered, and brings none', async () => {
  show()
  expect(await screen.findByText('night')).toBeInTheDocument()
  expect(JSON.parse(screen.getByTestId('export').textContent)).toEqual({ path: '/queues/export', filters: { q: '夜' } })
  expect(screen.queryByTestId('import')).toBeNull()
})

test('who only sees them is offered no file', async () => {
  may = 'queue.see'
  show()
  expect(await screen.findByText('night')).toBeInTheDocument()
  expect(screen.queryByTestId('export')).toBeNull()
})
