import 'virtual:tokens.css'
import '@/kit/base.css'
import '@/kit/light/theme.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { askAgainInAnother } from '@/api/again'
import { PortalApp } from '@/app/portal/app'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')

const client = askAgainInAnother(new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 5000 } } }))
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <PortalApp />
    </QueryClientProvider>
  </StrictMode>,
)
