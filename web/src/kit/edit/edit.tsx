import { useMutation } from '@tanstack/react-query'
import { App, Form, Input, Modal, Radio, Select, Switch } from 'antd'
import { useState } from 'react'
import { asProblem } from '@/api/problem'
import { Button } from '../basics'
import { words } from '../words'
import css from './edit.module.css'
import { type Difference, differences, settle, type Side, sideOf, type Values } from './merge'

export interface EditField {
  name: string
  label: string
  kind: 'text' | 'date' | 'flag' | 'choice'
  options?: readonly { value: string; label: string }[]
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
}

function FieldInput({ field }: { field: EditField }) {
  const label = { label: field.label, name: field.name }
  if (field.kind === 'flag') return <Form.Item {...label} valuePropName="checked"><Switch /></Form.Item>
  if (field.kind === 'choice') return <Form.Item {...label}><Select options={[...(field.options ?? [])]} showSearch={{ optionFilterProp: 'label' }} /></Form.Item>
  return <Form.Item {...label}><Input type={field.kind === 'date' ? 'date' : 'text'} maxLength={200} /></Form.Item>
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
export function EditDialog<Row>({ title, fields, read, row, save, onSaved, onClose }: Editing<Row>) {
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
          <Button type="submit" look="primary" disabled={saving.isPending} data-testid="edit-save">{t('edit.save')}</Button>
        </Form>
      )}
    </Modal>
  )
}
