import 'virtual:tokens.css'
import '@/kit/base.css'
import '@/kit/light/theme.css'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { askAgainInAnother } from '@/api/again'
import { Desk } from './desk'

const root = document.getElementById('root')
if (!root) throw new Error('the page has no #root')

const client = askAgainInAnother(new QueryClient({ defaultOptions: { queries: { retry: 1, staleTime: 5000 } } }))
/** The page opens without the network (worker/field.js), and the browser is asked not to clear what the phone keeps. */
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  void navigator.serviceWorker.register('/field-worker.js', { scope: '/field' })
  void navigator.storage.persist()
}

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <Desk />
    </QueryClientProvider>
  </StrictMode>,
)
