import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test } from 'vitest'
import { back, go, Link, match, usePath, useQueryValue } from './route'

beforeEach(() => window.history.replaceState(null, '', '/start'))

test('a pattern names the parts of an address', () => {
  expect(match('/t/:token/:page', '/t/ab%20c/time')).toEqual({ token: 'ab c', page: 'time' })
  expect(match('/t/:token', '/t/abc/')).toEqual({ token: 'abc' })
  expect(match('/t/:token', '/t/abc/time')).toBeNull()
  expect(match('/t/:token', '/r/abc')).toBeNull()
})

function Page() {
  const [tab, setTab] = useQueryValue('tab')
  return (
    <>
      <p>{`${usePath()} ${tab ?? '-'}`}</p>
      <Link href="/next">next</Link>
      <button onClick={() => setTab('assign')}>tab</button>
      <button onClick={() => setTab(null)}>clear</button>
    </>
  )
}

test('links and query values follow the address without a new page', async () => {
  render(<Page />)
  await userEvent.click(screen.getByText('next'))
  expect(screen.getByText('/next -')).toBeVisible()
  await userEvent.click(screen.getByText('tab'))
  expect(window.location.search).toBe('?tab=assign')
  await userEvent.click(screen.getByText('clear'))
  expect(screen.getByText('/next -')).toBeVisible()
})

test('back without a history inside the page goes to the fallback', () => {
  render(<Page />)
  act(() => back('/home'))
  expect(screen.getByText('/home -')).toBeVisible()
  act(() => go('/deeper'))
  expect(screen.getByText('/deeper -')).toBeVisible()
})
