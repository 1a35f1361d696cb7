import { useMutation } from '@tanstack/react-query'
import { App, Form, Input, Modal, Radio, Select, Switch } from 'antd'
import { Plus, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { asProblem } from '@/api/problem'
import { Button } from '../basics'
import { words } from '../words'
import css from './edit.module.css'
import { type Difference, differences, settle, type Side, sideOf, type Values } from './merge'

export interface EditField {
  name: string
  label: string
  /** `many`: several choices in one text, parted by commas; `pairs`: `code:number` parted by semicolons. */
  kind: 'text' | 'date' | 'flag' | 'choice' | 'number' | 'many' | 'pairs'
  options?: readonly { value: string; label: string }[]
  required?: boolean
  /** Written once, when the row is made. */
  fixed?: boolean
  help?: string
  /** Asks the server for options that match what is typed. */
  onSearch?: (text: string) => void
  /** What stands before or behind a number. */
  unit?: string
  /** Heads of the two columns of `pairs`. */
  heads?: readonly [string, string]
}

interface Saving {
  values: Values
  version: number
}

export interface Editing<Row> {
  title: string
  fields: readonly EditField[]
  /** The row as the form's values, and its version. */
  read: (row: Row) => Values
  row: Row & { version: number }
  save: (changes: Values, version: number, setAside: Values) => Promise<unknown>
  onSaved: () => void
  onClose: () => void
  /** Stands beside the save button: other acts on the row. */
  aside?: ReactNode
}

const parted = (value: string | null | undefined, by: string) => (value ? value.split(by).map((one) => one.trim()).filter(Boolean) : [])

interface Held {
  value?: string | null
  onChange?: (value: string) => void
}

function Many({ value, onChange, field, id }: Held & { field: EditField; id?: string }) {
  return (
    <Select
      {...(id ? { id } : {})} mode="multiple" value={parted(value, ',')} options={[...(field.options ?? [])]} disabled={field.fixed ?? false}
      showSearch={field.onSearch ? { filterOption: false, onSearch: field.onSearch } : { optionFilterProp: 'label' }}
      onChange={(next: string[]) => onChange?.(next.join(','))}
    />
  )
}

/** Rows of a code and a number; empty rows count for nothing. */
function Pairs({ value, onChange, heads = ['', ''] }: Held & { heads?: readonly [string, string] | undefined }) {
  const t = words.useT()
  const [rows, setRows] = useState<[string, string][]>(() => parted(value, ';').map((pair) => [pair.slice(0, pair.lastIndexOf(':')), pair.slice(pair.lastIndexOf(':') + 1)]))
  const change = (next: [string, string][]) => {
    setRows(next)
    onChange?.(next.filter(([code, number]) => code.trim() && number.trim()).map((pair) => pair.map((part) => part.trim()).join(':')).join(';'))
  }
  const put = (at: number, part: 0 | 1, text: string) => change(rows.map((row, index) => (index === at ? (part === 0 ? [text, row[1]] : [row[0], text]) : row)))
  return (
    <div className={css.pairs}>
      {rows.map(([code, number], at) => (
        <div key={at}>
          <Input value={code} maxLength={40} placeholder={heads[0]} aria-label={heads[0]} onChange={(event) => put(at, 0, event.target.value)} />
          <Input value={number} maxLength={4} inputMode="numeric" placeholder={heads[1]} aria-label={heads[1]} onChange={(event) => put(at, 1, event.target.value)} />
          <Button size="sm" look="quiet" aria-label={t('edit.drop')} icon={<X size={13} />} onClick={() => change(rows.filter((_, index) => index !== at))} />
        </div>
      ))}
      <Button size="sm" look="quiet" icon={<Plus size={13} />} onClick={() => change([...rows, ['', '']])}>{t('edit.add')}</Button>
    </div>
  )
}

/** One field of a form, by its kind. */
export function FieldInput({ field }: { field: EditField }) {
  const label = {
    label: field.label, name: field.name, ...(field.help ? { extra: field.help } : {}),
    ...(field.required ? { rules: [{ required: true, whitespace: true }] } : {}),
  }
  if (field.kind === 'flag') return <Form.Item {...label} valuePropName="checked"><Switch /></Form.Item>
  if (field.kind === 'many') return <Form.Item {...label}><Many field={field} /></Form.Item>
  if (field.kind === 'pairs') return <Form.Item {...label}><Pairs heads={field.heads} /></Form.Item>
  if (field.kind === 'number') return <Form.Item {...label}><Input inputMode="decimal" maxLength={12} suffix={field.unit} /></Form.Item>
  if (field.kind === 'choice') return <Form.Item {...label}><Select options={[...(field.options ?? [])]} disabled={field.fixed ?? false} showSearch={{ optionFilterProp: 'label' }} /></Form.Item>
  return <Form.Item {...label}><Input type={field.kind === 'date' ? 'date' : 'text'} maxLength={200} disabled={field.fixed ?? false} /></Form.Item>
}

function Shown({ field, value }: { field: EditField | undefined; value: Values[string] }) {
  const t = words.useT()
  if (typeof value === 'boolean') return <>{t(value ? 'edit.yes' : 'edit.no')}</>
  return <>{field?.options?.find((option) => option.value === value)?.label ?? (value || '—')}</>
}

/** Both versions field by field; each can be taken from either side. */
function Merge({ found, fields, pending, onSettle }: {
  found: readonly Difference[]
  fields: readonly EditField[]
  pending: boolean
  onSettle: (sides: Record<string, Side>) => void
}) {
  const t = words.useT()
  const [sides, setSides] = useState<Record<string, Side>>({})
  const all = (side: Side) => Object.fromEntries(found.map((one) => [one.name, side]))
  return (
    <div className={css.merge} role="alert">
      <p><b>{t('stale.title', { who: t('stale.someone') })}</b> {t('edit.clash')}</p>
      <table>
        <thead><tr><th /><th>{t('stale.theirs')}</th><th>{t('stale.yours')}</th></tr></thead>
        <tbody>
          {found.map((one) => {
            const field = fields.find((known) => known.name === one.name)
            const side = sideOf(one, sides)
            return (
              <tr key={one.name}>
                <th>{field?.label}</th>
                {(['theirs', 'mine'] as const).map((which) => (
                  <td key={which} data-chosen={side === which}>
                    <Radio checked={side === which} onChange={() => setSides({ ...sides, [one.name]: which })}><Shown field={field} value={one[which]} /></Radio>
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      <footer>
        <Button look="primary" disabled={pending} onClick={() => onSettle(sides)} data-testid="merge-save">{t('edit.merge')}</Button>
        <Button disabled={pending} onClick={() => onSettle(all('theirs'))}>{t('stale.reload')}</Button>
        <Button disabled={pending} onClick={() => onSettle(all('mine'))}>{t('stale.overwrite')}</Button>
      </footer>
      <small>{t('edit.kept')}</small>
    </div>
  )
}

const filled = (form: Values): Values => Object.fromEntries(Object.entries(form).map(([name, value]) => [name, value === undefined || value === '' ? null : value]))

/** Change a row's fields. When somebody changed it first, both versions stand side by side and nothing is lost. */
export function EditDialog<Row>({ title, fields, read, row, save, onSaved, onClose, aside }: Editing<Row>) {
  const t = words.useT()
  const { message } = App.useApp()
  const [base] = useState<Saving>(() => ({ values: filled(read(row)), version: row.version }))
  const [clash, setClash] = useState<{ theirs: Saving; mine: Values } | null>(null)
  const found = clash ? differences(base.values, clash.mine, clash.theirs.values) : []
  const saving = useMutation({
    mutationFn: ({ changes, version, setAside }: { mine: Values; changes: Values; version: number; setAside: Values }) => save(changes, version, setAside),
    onSuccess: () => {
      void message.success(t('edit.saved'))
      onSaved()
      onClose()
    },
    onError: (error, { mine }) => {
      const problem = asProblem(error)
      const current = problem.refusal.current as (Row & { version: number }) | undefined
      if (problem.stale && current) setClash({ mine, theirs: { values: filled(read(current)), version: current.version } })
      else void message.error(problem.message)
    },
  })
  const submit = (form: Values) => {
    const mine = { ...base.values, ...filled(form) }
    const changes = Object.fromEntries(Object.entries(mine).filter(([name, value]) => value !== base.values[name]))
    if (Object.keys(changes).length === 0) onClose()
    else saving.mutate({ mine, changes, version: base.version, setAside: {} })
  }
  return (
    <Modal open title={title} footer={null} width={clash ? 620 : 460} onCancel={onClose}>
      {clash ? (
        <Merge
          found={found} fields={fields} pending={saving.isPending}
          onSettle={(sides) => saving.mutate({ mine: clash.mine, version: clash.theirs.version, ...settle(found, sides) })}
        />
      ) : (
        <Form layout="vertical" initialValues={base.values} onFinish={submit}>
          {fields.map((field) => <FieldInput key={field.name} field={field} />)}
          <div className={css.acts}>
            <Button type="submit" look="primary" disabled={saving.isPending} data-testid="edit-save">{t('edit.save')}</Button>
            {aside}
          </div>
        </Form>
      )}
    </Modal>
  )
}

/** Make a new row. What is written stays in the form until the server took it. */
export function AddDialog({ title, fields, values, save, onSaved, onClose }: {
  title: string
  fields: readonly EditField[]
  values?: Values
  save: (values: Values) => Promise<unknown>
  onSaved: () => void
  onClose: () => void
}) {
  const t = words.useT()
  const { message } = App.useApp()
  const adding = useMutation({
    mutationFn: (form: Values) => save(filled(form)),
    onSuccess: () => {
      void message.success(t('edit.saved'))
      onSaved()
      onClose()
    },
    onError: (error) => void message.error(asProblem(error).message),
  })
  return (
    <Modal open title={title} footer={null} width={460} onCancel={onClose}>
      <Form layout="vertical" initialValues={values ?? {}} onFinish={adding.mutate}>
        {fields.map((field) => <FieldInput key={field.name} field={{ ...field, fixed: false }} />)}
        <Button type="submit" look="primary" disabled={adding.isPending} data-testid="add-save">{t('edit.save')}</Button>
      </Form>
    </Modal>
  )
}
