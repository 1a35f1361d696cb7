import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { cx } from './cx'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `do`: the one next step of the page (accent). `danger`: only on the safety card. */
  kind?: 'plain' | 'do' | 'soft' | 'danger'
  icon?: ReactNode
  /** Sending; a second tap does nothing, and the button does not turn grey. */
  busy?: boolean
  narrow?: boolean
}

export function Button({ kind = 'plain', icon, busy = false, narrow = false, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={cx('button', kind, narrow && 'narrow', !children && 'square')}
      aria-busy={busy}
      onClick={busy ? undefined : onClick}
      {...rest}
    >
      {icon}
      {children}
    </button>
  )
}

/** A telephone link that looks like a button; calls go out by the phone itself. */
export function CallButton({ number, kind = 'plain', icon, children, ...rest }: {
  number: string
  kind?: 'plain' | 'do' | 'danger'
  icon?: ReactNode
  children?: ReactNode
  'aria-label'?: string
  onClick?: () => void
}) {
  return (
    <a className={cx('button', kind, !children && 'square')} href={`tel:${number}`} {...rest}>
      {icon}
      {children}
    </a>
  )
}
