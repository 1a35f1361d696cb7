import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test, vi } from 'vitest'
import { language, setLanguage } from '@/i18n'
import { askAgainInAnother } from './again'

test('what is shown is asked for again in the language the page turns to', async () => {
  setLanguage('zh-CN')
  const client = askAgainInAnother(new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } }))
  const shown = new QueryObserver(client, { queryKey: ['headline'], queryFn: () => Promise.resolve(language()) })
  const leave = shown.subscribe(() => {})
  await vi.waitFor(() => expect(shown.getCurrentResult().data).toBe('zh-CN'))
  setLanguage('en')
  await vi.waitFor(() => expect(shown.getCurrentResult().data).toBe('en'))
  leave()
})
