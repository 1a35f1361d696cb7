import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App as AntdApp } from 'antd'
import { askAgainInAnother } from '@/api/again'
import { asProblem } from '@/api/problem'
import { LoginPage } from '@/features/session/login'
import { resetToken } from '@/features/session/password'
import { AntdProvider } from '@/kit/antd'
import { useSession } from '@/kit/session'
import { Read } from '@/kit/states'
import css from './frame/frame.module.css'
import { router } from './routes'
import { words } from './words'

const client = askAgainInAnother(new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays one; only a server that could not answer is asked again.
      retry: (count, error) => count < 2 && [0, 502, 503].includes(asProblem(error).status),
    },
  },
}))

/** Under 900 px the console says so and offers the phone desk. */
function TooSmall() {
  const t = words.useT()
  return (
    <div className={css.small}>
      <h1>{t('small.title')}</h1>
      <p>{t('small.text')}</p>
      <a href="/field">{t('small.go')}</a>
    </div>
  )
}

function Gate() {
  const session = useSession()
  return (
    <Read of={session} rows={0}>
      {(data) => (data.user && !resetToken() ? <><RouterProvider router={router} /><TooSmall /></> : <LoginPage session={data} />)}
    </Read>
  )
}

export const ConsoleApp = () => (
  <QueryClientProvider client={client}>
    <AntdProvider>
      <AntdApp component={false}><Gate /></AntdApp>
    </AntdProvider>
  </QueryClientProvider>
)
