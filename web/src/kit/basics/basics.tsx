import type { ButtonHTMLAttributes, ReactNode } from 'react'
import css from './basics.module.css'

export type Tone = 'plain' | 'good' | 'soon' | 'bad' | 'info' | 'accent' | 'brand'

/** A fact that carries a state; grey unless it does. */
export function Tag({ tone = 'plain', icon, children, title }: { tone?: Tone; icon?: ReactNode; children: ReactNode; title?: string }) {
  return (
    <span className={css.tag} data-tone={tone} title={title}>
      {icon}
      {children}
    </span>
  )
}

/** A key cap. */
export const Kbd = ({ children }: { children: ReactNode }) => <kbd className={css.kbd}>{children}</kbd>

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** `accent` is the one next thing of a screen; `primary` the brand's; `quiet` has no frame. */
  look?: 'plain' | 'primary' | 'accent' | 'quiet' | 'danger'
  size?: 'md' | 'lg' | 'sm'
  icon?: ReactNode
  shortcut?: string
}

export function Button({ look = 'plain', size = 'md', icon, shortcut, children, className = '', ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={`${css.button} ${className}`} data-look={look} data-size={size}>
      {icon}
      {children}
      {shortcut && <Kbd>{shortcut}</Kbd>}
    </button>
  )
}

/** A white card with a title line; the body brings its own padding. */
export function Card({ title, note, actions, children, tone }: {
  title?: ReactNode
  note?: ReactNode
  actions?: ReactNode
  children: ReactNode
  tone?: 'accent' | 'bad'
}) {
  return (
    <section className={css.card} data-tone={tone}>
      {(title || actions) && (
        <header>
          <h2>{title}</h2>
          {note && <small>{note}</small>}
          <span className={css.grow} />
          {actions}
        </header>
      )}
      {children}
    </section>
  )
}

/** Label and value lines, as in receipts. */
export function Facts({ rows, width = 84 }: { rows: readonly (readonly [ReactNode, ReactNode])[]; width?: number }) {
  return (
    <dl className={css.facts} style={{ gridTemplateColumns: `${width}px 1fr` }}>
      {rows.map(([label, value], index) => (
        <div key={index}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

export interface Segment<Value extends string> {
  value: Value
  label: ReactNode
  count?: number | string | undefined
  icon?: ReactNode
}

/** One choice among few, with counts. */
export function Segments<Value extends string>({ options, value, onChange, label }: {
  options: readonly Segment<Value>[]
  value: Value
  onChange: (value: Value) => void
  label?: string
}) {
  return (
    <div className={css.segments} role="tablist" aria-label={label}>
      {options.map((option) => (
        <button
          key={option.value} type="button" role="tab" aria-selected={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.icon}
          {option.label}
          {option.count !== undefined && <span>{option.count}</span>}
        </button>
      ))}
    </div>
  )
}
