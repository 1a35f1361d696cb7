import './input.css'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'

export interface Option<Value extends string> {
  value: Value
  label: ReactNode
  note?: ReactNode
  icon?: ReactNode
  danger?: boolean
  /** Cannot be chosen; `note` says why. */
  off?: boolean
}

interface ChoicesProps<Value extends string> {
  /** The question; heard by screen readers even when it is not drawn here. */
  legend: string
  showLegend?: boolean
  name: string
  options: readonly Option<Value>[]
  /** Nothing is chosen beforehand: null until the person chooses. */
  value: Value | null
  onChange: (value: Value) => void
  look?: 'list' | 'grid' | 'row-of'
  /** A list shows the ring, a grid does not. */
  ring?: boolean
  strong?: boolean
}

/** One answer of several: a list, a grid or a row of large targets. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { legend, showLegend = false, look = 'list', ring = look === 'list', ...rest } = props
  return (
    <fieldset>
      <legend className={showLegend ? 'choices-title' : 'heard'}>{legend}</legend>
      <div className={cx('choices', look)}>
        {props.options.map((option) => (
          <Choice key={option.value} option={option} ring={ring} {...rest} />
        ))}
      </div>
    </fieldset>
  )
}

type ChoiceProps<Value extends string> = Pick<ChoicesProps<Value>, 'name' | 'value' | 'onChange' | 'strong'> & {
  option: Option<Value>
  ring: boolean
}

function Choice<Value extends string>({ option, name, value, onChange, ring, strong = false }: ChoiceProps<Value>) {
  const { label, note, icon, danger = false, off = false } = option
  return (
    <label className={cx('choice', danger && 'danger', off && 'off', strong && 'strong')}>
      <input
        type="radio"
        name={name}
        value={option.value}
        checked={value === option.value}
        disabled={off}
        onChange={() => onChange(option.value)}
      />
      {icon}
      <span className="choice-text">
        <span>{label}</span>
        {note && <small>{note}</small>}
      </span>
      {ring && <span className="choice-ring" aria-hidden />}
    </label>
  )
}

/** Any number of short answers. */
export function Tags<Value extends string>({ options, value, onChange }: {
  options: readonly Option<Value>[]
  value: readonly Value[]
  onChange: (value: Value[]) => void
}) {
  const toggle = (one: Value) => onChange(value.includes(one) ? value.filter((v) => v !== one) : [...value, one])
  return (
    <div className="tags">
      {options.map(({ value: one, label }) => (
        <button key={one} type="button" className="tag" aria-pressed={value.includes(one)} onClick={() => toggle(one)}>
          {value.includes(one) && <Check size={18} />}
          {label}
        </button>
      ))}
    </div>
  )
}
