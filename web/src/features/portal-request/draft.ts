import { useState } from 'react'

/** A half-filled request; it survives closing the page and is thrown away only once it was sent. */
export interface Draft {
  need: 'repair' | 'maintenance' | 'relocation' | 'question'
  symptom: string | null
  text: string
  name: string
  phone: string
  address: string
  when: string | null
  consent: boolean
  /** One key for this request: sent twice, it is one request. */
  key: string
}

export const emptyDraft = (): Draft => ({
  need: 'repair',
  symptom: null,
  text: '',
  name: '',
  phone: '',
  address: '',
  when: null,
  consent: false,
  key: crypto.randomUUID(),
})

const storageKey = (token: string) => `anxin.request.${token}`

/** What was typed before, or an empty draft; anything unreadable counts as empty. */
export function loadDraft(token: string): Draft {
  const kept = localStorage.getItem(storageKey(token))
  if (kept === null) return emptyDraft()
  try {
    return { ...emptyDraft(), ...(JSON.parse(kept) as Partial<Draft>) }
  } catch {
    return emptyDraft()
  }
}

export const dropDraft = (token: string): void => localStorage.removeItem(storageKey(token))

export const hasDraft = (token: string): boolean => localStorage.getItem(storageKey(token)) !== null

/** The draft and its setter; every change is kept at once. */
export function useDraft(token: string): [Draft, (change: Partial<Draft>) => void] {
  const [draft, setDraft] = useState(() => loadDraft(token))
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    localStorage.setItem(storageKey(token), JSON.stringify(next))
    setDraft(next)
  }
  return [draft, change]
}

export type Missing = 'name' | 'phone' | 'address' | 'consent'

/** A Chinese mobile number, spaces and +86 allowed. */
export const mobile = (typed: string): string => typed.replace(/[\s-]/g, '').replace(/^\+?86(?=1)/, '')
export const isMobile = (typed: string): boolean => /^1[3-9]\d{9}$/.test(mobile(typed))

/** The shortest address a door can be found by, in characters. */
const leastAddress = 6

/** What the second page still needs, in the order of the page; the dock leads to the first of it. */
export function missing(draft: Draft): Missing[] {
  const wanted: [Missing, boolean][] = [
    ['name', draft.name.trim() !== ''],
    ['phone', isMobile(draft.phone)],
    ['address', !needsVisit(draft) || draft.address.trim().length >= leastAddress],
    ['consent', draft.consent],
  ]
  return wanted.filter(([, there]) => !there).map(([what]) => what)
}

/** A question is answered where it was asked; for anything else somebody comes. */
export const needsVisit = ({ need }: Draft): boolean => need !== 'question'

/** Enough said to go on: the wish itself, a symptom, words, or something to look at or hear. */
export function saidWhat({ need, symptom, text }: Draft, attached = 0): boolean {
  if (need === 'maintenance' || need === 'relocation') return true
  return (need === 'repair' && symptom !== null) || text.trim() !== '' || attached > 0
}
