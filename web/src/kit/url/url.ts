import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'

export type UrlState = Record<string, string>

/** Search parameters are all text; nothing else is let in from an address somebody pasted. */
export function readSearch(search: Record<string, unknown>): UrlState {
  const texts = Object.entries(search).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
  return Object.fromEntries(texts.map(([name, value]) => [name, String(value)]))
}

/** Filters, tabs and selection live in the address, so that a page can be sent, kept and gone back to. */
export function useUrlState() {
  const state = useSearch({ strict: false }) as UrlState
  const navigate = useNavigate()
  const write = (next: UrlState, replace: boolean) => void navigate({ to: '.', search: next as never, replace })
  return {
    state,
    /** Change some parameters; an empty or undefined value removes the parameter. */
    change: (changes: Record<string, string | undefined>, { replace = false } = {}) => {
      const merged = Object.entries({ ...state, ...changes }).filter(([, value]) => value !== undefined && value !== '')
      write(Object.fromEntries(merged) as UrlState, replace)
    },
    set: (next: UrlState) => write(next, false),
  }
}

/** Which row of a list is open (`id`): the first where none was chosen, and that one stays while the list moves on. */
export function useOpened(first: string | undefined): string | undefined {
  const { state, change } = useUrlState()
  const chosen = state['id']
  useEffect(() => {
    if (chosen === undefined && first !== undefined) change({ id: first }, { replace: true })
  })
  return chosen
}
