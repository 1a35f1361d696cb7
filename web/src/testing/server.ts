import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll } from 'vitest'

/** A fake of the HTTP interface for tests; anything not handled is an error, so nothing reaches the network. */
export const server = setupServer()

/** Call at the top of a test file that speaks HTTP. */
export function withServer(): typeof server {
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
  afterEach(() => server.resetHandlers())
  afterAll(() => server.close())
  return server
}
