import { Input, InputNumber, Select, Switch } from 'antd'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { Schema } from '@/api/policies'
import { Button } from '@/kit/basics'
import { fieldWord } from './fields'
import css from './policies.module.css'
import { blankOf, type Field, fieldOf } from './schema'
import { words } from './words'

interface Props {
  schema: Schema
  root: Schema
  value: unknown
  onChange: (value: unknown) => void
  disabled: boolean
  name?: string
}

/** What no other editor fits, as JSON that must be valid to count. */
function JsonField({ value, onChange, disabled }: Props) {
  const t = words.useT()
  const [text, setText] = useState(() => JSON.stringify(value, null, 2))
  const [bad, setBad] = useState(false)
  return (
    <>
      <Input.TextArea
        autoSize={{ minRows: 1, maxRows: 12 }} disabled={disabled} value={text} status={bad ? 'error' : ''}
        onChange={(event) => {
          setText(event.target.value)
          try {
            onChange(JSON.parse(event.target.value))
            setBad(false)
          } catch {
            setBad(true)
          }
        }}
      />
      {bad && <small className={css.bad}>{t('badJson')}</small>}
    </>
  )
}

function ScalarField({ field, props }: { field: Field; props: Props }) {
  const { value, onChange, disabled, name } = props
  const shared = { disabled, 'aria-label': name ?? '' }
  switch (field.kind) {
    case 'choice':
      return <Select {...shared} allowClear={field.optional} value={value} options={field.options.map((option) => ({ value: option, label: String(option) }))} onChange={(next: unknown) => onChange(next ?? null)} />
    case 'number':
      return (
        <InputNumber
          {...shared} value={value as number | null} {...(field.minimum === undefined ? {} : { min: field.minimum })}
          {...(field.maximum === undefined ? {} : { max: field.maximum })} {...(field.whole ? { precision: 0 } : {})}
          onChange={(next) => onChange(next ?? (field.optional ? null : (field.minimum ?? 0)))}
        />
      )
    case 'flag':
      return <Switch {...shared} size="small" checked={value === true} onChange={onChange} />
    case 'text':
      return <Input {...shared} value={(value as string | null) ?? ''} onChange={(event) => onChange(event.target.value || (field.optional ? null : ''))} />
    default:
      return <JsonField {...props} />
  }
}


function Part({ label, wide, children }: { label: string; wide: boolean; children: React.ReactNode }) {
  return <div className={css.part} data-wide={wide}><span>{label}</span><div>{children}</div></div>
}

const scalars = ['choice', 'number', 'flag', 'text']
const isTexts = (field: Field, root: Schema) => field.kind === 'list' && fieldOf(field.items, root).kind === 'text'
const isChoices = (field: Field, root: Schema) => field.kind === 'map' && isTexts(fieldOf(field.values, root), root)

/** A list of objects takes the page's whole width. */
const isRows = (part: Schema, root: Schema) => {
  const field = fieldOf(part, root)
  return field.kind === 'list' && fieldOf(field.items, root).kind === 'object'
}

/** What fits into one cell of a row. */
const fits = (part: Schema, root: Schema) => {
  const field = fieldOf(part, root)
  return scalars.includes(field.kind) || isTexts(field, root) || isChoices(field, root)
}

/** Conditions as a sentence of tags: `channel=portal` `channel=qr`. */
function ChoicesField({ value, onChange, disabled, name }: Props) {
  const tags = Object.entries((value ?? {}) as Record<string, string[]>).flatMap(([dimension, values]) => values.map((one) => `${dimension}=${one}`))
  const change = (next: string[]) => {
    const pairs = next.map((tag) => tag.split('=')).filter(([dimension, one]) => dimension && one)
    onChange(pairs.reduce<Record<string, string[]>>((all, [dimension = '', one = '']) => ({ ...all, [dimension]: [...(all[dimension] ?? []), one] }), {}))
  }
  return <Select mode="tags" className={css.tags} aria-label={name ?? ''} disabled={disabled} value={tags} open={false} suffixIcon={null} onChange={change} />
}

/** Rows of simple objects as a table: a rule reads as one line. */
function RowsField({ items, props }: { items: Schema; props: Props }) {
  const t = words.useT()
  const { root, disabled, onChange } = props
  const rows = Array.isArray(props.value) ? (props.value as unknown[]) : []
  const field = fieldOf(items, root)
  const columns = field.kind === 'object' && field.properties.every(([, part]) => fits(part, root)) ? field.properties : null
  const change = (index: number, next: unknown) => onChange(rows.map((row, at) => (at === index ? next : row)))
  const drop = (index: number) => (
    <button type="button" className={css.drop} aria-label={t('remove')} disabled={disabled} onClick={() => onChange(rows.filter((_, at) => at !== index))}><X size={14} /></button>
  )
  return (
    <div className={css.rows}>
      {columns ? (
        <table>
          <thead><tr>{columns.map(([name]) => <th key={name}>{fieldWord(name)}</th>)}<th /></tr></thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                {columns.map(([name, part]) => (
                  <td key={name}>
                    <Editor schema={part} root={root} name={name} disabled={disabled} value={(row as Record<string, unknown>)[name]} onChange={(next) => change(index, { ...(row as object), [name]: next })} />
                  </td>
                ))}
                <td>{drop(index)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : rows.map((row, index) => (
        <div key={index} className={css.row}><div><Editor schema={items} root={root} disabled={disabled} value={row} onChange={(next) => change(index, next)} /></div>{drop(index)}</div>
      ))}
      {!disabled && <Button size="sm" look="quiet" icon={<Plus size={13} />} onClick={() => onChange([...rows, blankOf(items, root)])}>{t('add')}</Button>}
    </div>
  )
}

/** One value of a policy, edited as its schema says. */
export function Editor(props: Props) {
  const { schema, root, value, onChange, disabled } = props
  const field = fieldOf(schema, root)
  if (isChoices(field, root)) return <ChoicesField {...props} />
  if (field.kind === 'object' || field.kind === 'map') {
    const document = (value ?? {}) as Record<string, unknown>
    const parts: [string, Schema][] = field.kind === 'object' ? field.properties : Object.keys(document).map((name) => [name, field.values])
    return (
      <div className={css.object}>
        {parts.map(([name, part]) => (
          <Part key={name} label={fieldWord(name)} wide={isRows(part, root)}>
            <Editor schema={part} root={root} name={name} disabled={disabled} value={document[name]} onChange={(next) => onChange({ ...document, [name]: next })} />
          </Part>
        ))}
      </div>
    )
  }
  if (isTexts(field, root)) {
    const texts = Array.isArray(value) ? value.map(String) : []
    return <Select mode="tags" className={css.tags} aria-label={props.name ?? ''} disabled={disabled} value={texts} open={false} suffixIcon={null} onChange={onChange} />
  }
  if (field.kind === 'list') return <RowsField items={field.items} props={props} />
  return <ScalarField field={field} props={props} />
}
