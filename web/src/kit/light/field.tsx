import './input.css'
import { type InputHTMLAttributes, type ReactNode, useId } from 'react'
import { cx } from './cx'

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  label: string
  /** Behind the label: optional, or why it is asked. */
  aside?: ReactNode
  value: string
  onChange: (value: string) => void
  error?: string | null
  unit?: ReactNode
  /** Several lines. */
  lines?: number
  hideLabel?: boolean
}

export function Field({ label, aside, value, onChange, error, unit, lines, hideLabel = false, ...rest }: FieldProps) {
  const id = useId()
  const told = error ? `${id}-error` : undefined
  const common = { id, value, 'aria-invalid': Boolean(error), 'aria-describedby': told, placeholder: rest.placeholder }
  return (
    <div className="field">
      <label htmlFor={id} className={hideLabel ? 'heard' : 'field-label'}>
        {label}
        {aside && <small>{aside}</small>}
      </label>
      <div className={cx('field-box', error && 'wrong')}>
        {lines ? (
          <textarea {...common} rows={lines} maxLength={rest.maxLength} onChange={(e) => onChange(e.target.value)} />
        ) : (
          <input {...rest} {...common} onChange={(e) => onChange(e.target.value)} />
        )}
        {unit && <span className="unit">{unit}</span>}
      </div>
      {error && (
        <p id={told} className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  )
}

/** Six digits in six boxes over one input, so that the phone can fill in the code itself. */
export function CodeInput({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <div className="code">
      {Array.from({ length: 6 }, (_, index) => (
        <span key={index} className={cx(index === value.length && 'at')} aria-hidden>
          {value[index]}
        </span>
      ))}
      <input
        aria-label={label}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        value={value}
        onChange={(event) => onChange(event.target.value.replace(/\D/g, '').slice(0, 6))}
      />
    </div>
  )
}

/** Consent or confirmation in words; never ticked beforehand. */
export function Agree({ checked, onChange, children }: {
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
}) {
  return (
    <label className="agree">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{children}</span>
    </label>
  )
}
