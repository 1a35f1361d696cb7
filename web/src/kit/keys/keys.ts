import { useEffect, useRef } from 'react'

/** A key path as written on the caps: `j`, `mod+k`, `g h`, `?`, `Enter`. */
export type KeyPath = string

const editable = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]'

/** Single letters are off while something is being written, or composed by an input method. */
export function writing(event: KeyboardEvent): boolean {
  const target = event.target
  return event.isComposing || event.keyCode === 229 || (target instanceof Element && target.closest(editable) !== null)
}

/** What was pressed: `mod+k`, `alt+1`, `?`, `j`. Shift is part of the character it makes. */
export function pressed(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key
  const mod = event.metaKey || event.ctrlKey ? 'mod+' : ''
  const alt = event.altKey ? 'alt+' : ''
  return `${mod}${alt}${key}`
}

const overridesKey = 'anxin.keys'

/** Keys the person has bound differently: default path → own path. */
export function overrides(): Record<KeyPath, KeyPath> {
  return JSON.parse(localStorage.getItem(overridesKey) ?? '{}') as Record<KeyPath, KeyPath>
}

export function rebind(path: KeyPath, own: KeyPath): void {
  const rest = Object.entries(overrides()).filter(([bound]) => bound !== path)
  const next = own === path || own === '' ? rest : [...rest, [path, own]]
  localStorage.setItem(overridesKey, JSON.stringify(Object.fromEntries(next)))
}

export type Bindings = Record<KeyPath, ((event: KeyboardEvent) => void) | undefined>

const stack: { current: Bindings }[] = []
let first = ''
let firstAt = 0
const sequenceMs = 1000

/** The newest layer that knows the path answers; a dialog over a list wins over the list. */
function handler(path: KeyPath): ((event: KeyboardEvent) => void) | undefined {
  const own = overrides()
  for (const layer of stack.toReversed()) {
    for (const [bound, act] of Object.entries(layer.current)) if (act && (own[bound] ?? bound) === path) return act
  }
  return undefined
}

/** Turn one key press into an act, with sequences such as `g h`. */
export function dispatch(event: KeyboardEvent): void {
  const key = pressed(event)
  if (writing(event) && !key.startsWith('mod+') && key !== 'Escape') return
  const sequence = first && event.timeStamp - firstAt < sequenceMs ? `${first} ${key}` : key
  first = key === 'g' && sequence === key ? key : ''
  firstAt = event.timeStamp
  const act = handler(sequence) ?? handler(key)
  if (!act) return
  event.preventDefault()
  act(event)
}

/** Bind keys while the component is shown. */
export function useKeys(bindings: Bindings): void {
  const layer = useRef(bindings)
  useEffect(() => {
    layer.current = bindings
  })
  useEffect(() => {
    stack.push(layer)
    if (stack.length === 1) document.addEventListener('keydown', dispatch)
    return () => {
      stack.splice(stack.indexOf(layer), 1)
      if (stack.length === 0) document.removeEventListener('keydown', dispatch)
    }
  }, [])
}
