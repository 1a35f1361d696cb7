import type { QueryClient } from '@tanstack/react-query'
import { onLanguage } from '@/i18n'

/** What the server told is in the language it was asked in; when the page turns to another, it is asked again. */
export function askAgainInAnother(client: QueryClient): QueryClient {
  onLanguage(() => void client.invalidateQueries())
  return client
}
