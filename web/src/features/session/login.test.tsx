import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { HttpResponse, http } from 'msw'
import { beforeEach, expect, test } from 'vitest'
import type { Session } from '@/api/session'
import { setLanguage } from '@/i18n'
import { sessionKey } from '@/kit/session'
import { withServer } from '@/testing/server'
import { LoginPage } from './login'
import { startOf } from './signin'

const server = withServer()
const account = { username: 'lijing', name: '李静', role: 'agent', org: '杭州服务中心', password: 'shown-in-demo' }
const nobody: Session = {
  user: null, customer: null, mfa_required: false, csrf: 't', demo: { accounts: [account] }, verbs: [], now: '2026-07-14T06:26:00Z', clock_rate: 1,
  brand: '安心电器', time_zone: 'Asia/Shanghai',
}
const held = (role: string) => ({ role, org_id: 'o', org_name: '杭州' })
const person = (...roles: string[]): Session => ({
  ...nobody, user: { id: 'u', name: '李静', username: 'lijing', lang: 'zh', density: 'standard', mfa: false, roles: roles.map(held) },
})

function show(session = nobody) {
  const client = new QueryClient()
  server.use(http.get('*/api/demo/start', () => HttpResponse.json({ units: [], planned: 0, done: 0, complete: true })))
  render(<QueryClientProvider client={client}><LoginPage session={session} /></QueryClientProvider>)
  return client
}

beforeEach(() => setLanguage('zh-CN'))

test('a station of the line logs its demo account in', async () => {
  const asked: unknown[] = []
  server.use(http.post('*/api/session', async ({ request }) => {
    asked.push(await request.json())
    return HttpResponse.json(person('agent'))
  }))
  const client = show()
  await userEvent.click(screen.getByTestId('station-agent'))
  await waitFor(() => expect(client.getQueryData<Session>(sessionKey)?.user?.name).toBe('李静'))
  expect(asked).toEqual([{ username: 'lijing', password: 'shown-in-demo' }])
  expect(screen.getByTestId('station-dispatcher')).toBeDisabled()
})

test('who has a second factor is asked for the code, and the password is not typed again', async () => {
  const asked: unknown[] = []
  server.use(http.post('*/api/session', async ({ request }) => {
    const login = (await request.json()) as { code?: string }
    asked.push(login)
    return login.code ? HttpResponse.json(person('admin')) : HttpResponse.json({ code: 'people.mfa_needed', message: '要动态码' }, { status: 401 })
  }))
  const client = show()
  await userEvent.type(screen.getByTestId('username'), 'admin')
  await userEvent.type(screen.getByTestId('password'), 'secret-secret')
  await userEvent.click(screen.getByTestId('login'))
  await userEvent.type(await screen.findByTestId('code'), '123456{Enter}')
  await waitFor(() => expect(client.getQueryData<Session>(sessionKey)?.user).toBeTruthy())
  expect(asked.at(-1)).toEqual({ username: 'admin', password: 'secret-secret', code: '123456' })
})

test('a wrong password says so and stays', async () => {
  server.use(http.post('*/api/session', () => HttpResponse.json({ code: 'people.login_failed', message: '账号或密码不对' }, { status: 401 })))
  show()
  await userEvent.type(screen.getByTestId('username'), 'x')
  await userEvent.type(screen.getByTestId('password'), 'y{Enter}')
  expect(await screen.findByRole('alert')).toHaveTextContent('账号或密码不对')
  expect(screen.getByTestId('username')).toHaveValue('x')
})

test('who forgot the password gets the same answer whoever is named', async () => {
  const asked: unknown[] = []
  server.use(http.post('*/api/session/password', async ({ request }) => {
    asked.push(await request.json())
    return new HttpResponse(null, { status: 204 })
  }))
  show()
  await userEvent.click(screen.getByTestId('forgotten'))
  await userEvent.type(screen.getByTestId('who'), ' lin {Enter}')
  expect(await screen.findByRole('status')).toHaveTextContent('请查收邮件')
  expect(asked).toEqual([{ who: 'lin' }])
})

test('a mailed link sets the password; one that no longer holds leads to a new one', async () => {
  window.history.replaceState(null, '', '/password/abc-123')
  server.use(http.post('*/api/session/password/abc-123', () => HttpResponse.json({ code: 'error.link_not_valid', message: '链接无效' }, { status: 404 })))
  show()
  await userEvent.type(screen.getByTestId('password'), 'quite another one{Enter}')
  expect(await screen.findByRole('alert')).toHaveTextContent('链接无效')
  server.use(http.post('*/api/session/password/abc-123', () => new HttpResponse(null, { status: 204 })))
  await userEvent.click(screen.getByTestId('set'))
  await userEvent.click(await screen.findByTestId('onward'))
  expect(screen.getByTestId('username')).toBeInTheDocument()
  expect(window.location.pathname).toBe('/')
})

test('the OpenID button is there only where a provider is configured, and a refusal says why', () => {
  show()
  expect(screen.queryByTestId('openid')).toBeNull()
  cleanup()
  window.history.replaceState(null, '', '/?refused=people.openid_unknown')
  show({ ...nobody, openid: '公司账号' })
  expect(screen.getByTestId('openid')).toHaveAttribute('href', '/api/session/openid')
  expect(screen.getByTestId('openid')).toHaveTextContent('用公司账号登录')
  expect(screen.getByRole('alert')).toHaveTextContent('没有对应的账号')
  window.history.replaceState(null, '', '/')
})

test('phones for who works on one, the console for everybody else', () => {
  expect(startOf(person('engineer'))).toBe('/field')
  expect(startOf(person('clerk'))).toBe('/field/clerk')
  expect(startOf(person('agent'))).toBeNull()
  expect(startOf(person('engineer', 'centre_manager'))).toBeNull()
  expect(startOf(person())).toBeNull()
})
