import css from './basics.module.css'

const tints = ['#e3f2ef', '#e9ecd8', '#e3e6f5', '#f5e6df', '#ecdff0', '#dde9f5']

/** The last characters of a Chinese name, or the initials of a Latin one. */
export function initials(name: string, letters = 1): string {
  const words = name.trim().split(/\s+/)
  if (/^[\x20-\x7e]+$/.test(name)) return words.map((word) => word[0]?.toUpperCase() ?? '').slice(0, 2).join('')
  return [...name.trim()].slice(-letters).join('')
}

/** One person keeps one tint everywhere. */
export function tintOf(name: string): string {
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0)
  return tints[sum % tints.length] ?? '#e3f2ef'
}

export function Avatar({ name, size = 24 }: { name: string; size?: number }) {
  const style = { width: size, height: size, fontSize: Math.max(11, size * 0.46), background: tintOf(name) }
  return (
    <span className={css.avatar} style={style} title={name} aria-hidden>
      {initials(name, size >= 34 ? 2 : 1)}
    </span>
  )
}
