import { language } from '@/i18n'
import { ownWords, Problem, type Refusal } from './problem'

export type Query = Record<string, string | number | boolean | null | undefined>

/** A body and the version it came with (the ETag, needed for `If-Match` on the next edit). */
export interface Answer<T> {
  data: T
  version: string | null
}

export interface WriteOptions {
  /** The version the edit was made on; the server answers 412 when it is not the newest. */
  version?: number | string | undefined
  /** One key per intended act: sending twice has one effect. A new one is made when none is given; null: it is only asked. */
  key?: string | null
  /** Gives the request up. */
  signal?: AbortSignal
}

let csrf = ''

/** The session's token against forged posts, for a page that may not read its cookie. */
export const setCsrf = (token: string): void => {
  csrf = token
}

/** The token the server will compare with: of two first answers at once only the later one's cookie is kept. */
const proof = (): string => /(?:^|; )anxin_csrf=([^;]+)/.exec(document.cookie)?.[1] ?? csrf

/** `/tickets` + filters → `/api/tickets?…`; empty filters are left out. */
export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value))
  }
  return `/api${path}${search.size > 0 ? `?${search}` : ''}`
}

async function refusal(response: Response): Promise<Problem> {
  const isJson = response.headers.get('content-type')?.includes('json')
  const body = isJson ? ((await response.json()) as Partial<Refusal>) : {}
  const fallback = { code: `http_${response.status}`, message: ownWords(response.status) }
  return new Problem(response.status, { ...fallback, ...body })
}

async function send<T>(url: string, init: RequestInit): Promise<Answer<T>> {
  const headers = { Accept: 'application/json', 'Accept-Language': language(), ...init.headers }
  const response = await fetch(url, { credentials: 'same-origin', ...init, headers }).catch(() => {
    throw new Problem(0, { code: 'unreachable', message: ownWords(0) })
  })
  if (!response.ok) throw await refusal(response)
  const text = await response.text()
  const version = response.headers.get('etag')?.replaceAll('"', '') ?? null
  return { data: (text ? JSON.parse(text) : null) as T, version }
}

function write<T>(method: string, path: string, body: unknown, options: WriteOptions): Promise<T> {
  const headers: Record<string, string> = { 'X-CSRFToken': proof() }
  if (method === 'POST' && options.key !== null) headers['Idempotency-Key'] = options.key ?? crypto.randomUUID()
  if (options.version !== undefined) headers['If-Match'] = `"${options.version}"`
  const form = body instanceof FormData
  if (!form) headers['Content-Type'] = 'application/json'
  const payload = form ? body : JSON.stringify(body ?? {})
  const init = { method, headers, body: payload, ...(options.signal && { signal: options.signal }) }
  return send<T>(address(path), init).then((answer) => answer.data)
}

export const get = <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
  send<T>(address(path, query), signal ? { signal } : {}).then((answer) => answer.data)

export const post = <T>(path: string, body?: unknown, options: WriteOptions = {}) => write<T>('POST', path, body, options)
export const put = <T>(path: string, body?: unknown, options: WriteOptions = {}) => write<T>('PUT', path, body, options)
export const patch = <T>(path: string, body?: unknown, options: WriteOptions = {}) => write<T>('PATCH', path, body, options)
export const remove = <T>(path: string, options: WriteOptions = {}) => write<T>('DELETE', path, undefined, options)
