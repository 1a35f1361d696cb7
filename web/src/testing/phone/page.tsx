import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import type { ReactNode } from 'react'
import type { Session } from '@/api/session'

/** Somebody without a log-in, at the fixture's hour. */
export const anonymous = (now: string): Session => ({
  user: null,
  customer: null,
  mfa_required: false,
  csrf: 'csrf',
  demo: null,
  verbs: [],
  now,
  clock_rate: 1,
  brand: '安心电器', time_zone: 'Asia/Shanghai',
})

/** A person of the house with a role. */
export const personOf = (role: string, now: string): Session => ({
  ...anonymous(now),
  user: {
    id: '0198c0de-0000-7000-8000-000000000001',
    name: '陈志远',
    username: 'chen',
    roles: [{ role, org_id: '0198c0de-0000-7000-8000-000000000002', org_name: '莫干山路服务点' }],
    lang: 'zh-CN',
  } as Session['user'],
})

export const answering = (session: Session) => http.get('*/api/session', () => HttpResponse.json(session))

/** Open an address of a phone entry. */
export function openAt(address: string, page: ReactNode) {
  window.history.replaceState(null, '', address)
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return render(<QueryClientProvider client={client}>{page}</QueryClientProvider>)
}
