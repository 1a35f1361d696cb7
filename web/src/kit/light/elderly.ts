import { useSyncExternalStore } from 'react'

/** 大字: larger type, one question a page, words for times of day. Remembered on this device. */

const key = 'anxin.large'
const listeners = new Set<() => void>()

let on = localStorage.getItem(key) === 'yes'
const show = () => document.documentElement.toggleAttribute('data-elderly', on)
show()

export function setElderly(next: boolean): void {
  on = next
  localStorage.setItem(key, next ? 'yes' : 'no')
  show()
  listeners.forEach((listener) => listener())
}

/** On at once for a contact marked as elderly, unless this person has chosen otherwise before. */
export function suggestElderly(): void {
  if (localStorage.getItem(key) === null) setElderly(true)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useElderly = (): boolean => useSyncExternalStore(subscribe, () => on)
