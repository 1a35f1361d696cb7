import { useSyncExternalStore } from 'react'

export type Language = 'zh-CN' | 'en'

const storageKey = 'anxin.lang'
const listeners = new Set<() => void>()

function initial(): Language {
  const kept = localStorage.getItem(storageKey)
  if (kept === 'zh-CN' || kept === 'en') return kept
  return navigator.language.startsWith('zh') ? 'zh-CN' : 'en'
}

let current: Language = initial()
document.documentElement.lang = current

export const language = (): Language => current

/** Switch the words of the whole page; the choice is kept on this device. */
export function setLanguage(next: Language): void {
  current = next
  localStorage.setItem(storageKey, next)
  document.documentElement.lang = next
  listeners.forEach((listener) => listener())
}

/** Calls back after each switch, until what it returns is called. */
export function onLanguage(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The current language; the component renders again when it changes. */
export const useLanguage = (): Language => useSyncExternalStore(onLanguage, language)
