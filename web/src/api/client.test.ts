import { HttpResponse, http } from 'msw'
import { expect, test } from 'vitest'
import { withServer } from '@/testing/server'
import { address, get, patch, post, setCsrf } from './client'
import { asProblem, ownWords } from './problem'

const server = withServer()

test('empty filters leave the address', () => {
  expect(address('/tickets', { q: '漏水', status: '', org: undefined, limit: 25 })).toBe(
    '/api/tickets?q=%E6%BC%8F%E6%B0%B4&limit=25',
  )
  expect(address('/tickets')).toBe('/api/tickets')
})

test('a post carries the csrf token and its idempotency key', async () => {
  setCsrf('token-1')
  server.use(
    http.post('*/api/tickets', ({ request }) =>
      HttpResponse.json({ csrf: request.headers.get('x-csrftoken'), key: request.headers.get('idempotency-key') }),
    ),
  )
  expect(await post('/tickets', { text: 'x' }, { key: 'k1' })).toEqual({ csrf: 'token-1', key: 'k1' })
})

test('the cookie is the proof: another answer may have replaced what this page was told first', async () => {
  setCsrf('told-first')
  document.cookie = 'anxin_csrf=kept-last'
  server.use(http.post('*/api/session', ({ request }) => HttpResponse.json(request.headers.get('x-csrftoken'))))
  expect(await post('/session', {})).toBe('kept-last')
  document.cookie = 'anxin_csrf=; max-age=0'
})

test('a stale edit is a problem with the current state', async () => {
  server.use(
    http.patch('*/api/customers/1', ({ request }) =>
      HttpResponse.json(
        { code: 'stale', message: '刚改过', current: { name: request.headers.get('if-match') } },
        { status: 412 },
      ),
    ),
  )
  const problem = asProblem(await patch('/customers/1', {}, { version: 3 }).catch((error: unknown) => error))
  expect(problem.stale).toBe(true)
  expect(problem.refusal).toEqual({ code: 'stale', message: '刚改过', current: { name: '"3"' } })
})

test('a server that cannot be reached is a problem with status 0', async () => {
  server.use(http.get('*/api/health', () => HttpResponse.error()))
  const problem = asProblem(await get('/health').catch((error: unknown) => error))
  expect([problem.status, problem.refusal.code]).toEqual([0, 'unreachable'])
})

test('without an answer of ours the words are of the page, not of the browser or a proxy', async () => {
  server.use(
    http.get('*/api/tickets', () => HttpResponse.error()),
    http.get('*/api/orders', () => new HttpResponse('<h1>Bad Gateway</h1>', { status: 502 })),
  )
  const said = await Promise.all(['/tickets', '/orders'].map((path) => get(path).catch((error: unknown) => asProblem(error).message)))
  expect(said).toEqual([ownWords(0), ownWords(502)])
})
