import { type AnchorHTMLAttributes, type MouseEvent, useSyncExternalStore } from 'react'

/** The router of the phone screens: the address is the state. A full router would cost a quarter of the first load. */

const listeners = new Set<() => void>()
const changed = () => listeners.forEach((listener) => listener())
window.addEventListener('popstate', changed)

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export interface GoOptions {
  /** Replace this step of the history instead of adding one. */
  replace?: boolean
}

export function go(address: string, { replace = false }: GoOptions = {}): void {
  window.history[replace ? 'replaceState' : 'pushState']({ inside: true }, '', address)
  changed()
}

/** One step back where we came from inside the page; else to `fallback` (the page was opened by a link). */
export function back(fallback: string): void {
  if ((window.history.state as { inside?: boolean } | null)?.inside) window.history.back()
  else go(fallback, { replace: true })
}

export const usePath = (): string => useSyncExternalStore(subscribe, () => window.location.pathname)

const search = () => window.location.search

/** One value of the query string, and its setter; `null` takes it away. */
export function useQueryValue(name: string): [string | null, (value: string | null) => void] {
  const value = new URLSearchParams(useSyncExternalStore(subscribe, search)).get(name)
  const set = (next: string | null) => {
    const query = new URLSearchParams(search())
    if (next === null) query.delete(name)
    else query.set(name, next)
    go(`${window.location.pathname}${query.size > 0 ? `?${query}` : ''}`, { replace: true })
  }
  return [value, set]
}

/** `match('/t/:token/:page', '/t/abc/time')` → `{token: 'abc', page: 'time'}`; null when it does not fit. */
export function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/')
  const given = path.replace(/\/+$/, '').split('/')
  if (wanted.length !== given.length) return null
  const found: Record<string, string> = {}
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? ''
    if (part.startsWith(':')) found[part.slice(1)] = decodeURIComponent(value)
    else if (part !== value) return null
  }
  return found
}

const plainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

/** A link that changes the page without loading it again. */
export function Link({ href, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    if (event.defaultPrevented || !plainClick(event)) return
    event.preventDefault()
    go(href)
  }
  return <a href={href} onClick={follow} {...rest} />
}
