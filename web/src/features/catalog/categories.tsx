import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Input, Modal } from 'antd'
import { ArrowDown, ArrowUp, Plus } from 'lucide-react'
import { Fragment, useState } from 'react'
import { categories, type CategoryDetail, type CategoryRow } from '@/api/catalog'
import { asProblem } from '@/api/problem'
import { useLanguage, listed } from '@/i18n'
import { Button, Card, Segments } from '@/kit/basics'
import { useCategories } from '@/kit/categories'
import { AddDialog, type EditField, EditDialog, type Values } from '@/kit/edit'
import { useKeys } from '@/kit/keys'
import { useMay } from '@/kit/session'
import { Empty, Read, StaleEdit } from '@/kit/states'
import { type Column, Table } from '@/kit/table'
import { useUrlState } from '@/kit/url'
import css from './catalog.module.css'
import { Named, Retire, useWritten } from './list'
import { complete, type Line, linesOf, moved, termsOf, unknown, withNew } from './terms'
import { words } from './words'

type What = 'symptoms' | 'causes'
const none = '*'
const hazards = ['gas', 'electricity', 'height', 'battery', 'pressure'] as const
const isHazard = (code: string): code is (typeof hazards)[number] => (hazards as readonly string[]).includes(code)

const read = (row: CategoryRow): Values => ({ code: row.code, name_zh: row.name_zh, name_en: row.name_en, hazard: row.hazard || none, position: String(row.position) })
const sent = (values: Values) => ({ ...values, ...('hazard' in values ? { hazard: values['hazard'] === none ? '' : values['hazard'] } : {}) })

function useFields(): EditField[] {
  const t = words.useT()
  return [
    { name: 'code', label: t('field.slug'), kind: 'text', required: true, fixed: true },
    { name: 'name_zh', label: t('field.name_zh'), kind: 'text', required: true },
    { name: 'name_en', label: t('field.name_en'), kind: 'text', required: true },
    { name: 'hazard', label: t('field.hazard'), kind: 'choice', required: true, options: [{ value: none, label: t('hazard.none') }, ...hazards.map((value) => ({ value, label: t(`hazard.${value}`) }))] },
    { name: 'position', label: t('field.position'), kind: 'number', required: true },
  ]
}

function Edit({ code, onClose }: { code: string; onClose: () => void }) {
  const may = useMay()
  const written = useWritten()
  const row = useQuery({ queryKey: ['catalog', 'category', code], queryFn: () => categories.one(code), gcTime: 0 })
  const fields = useFields()
  return (
    <Read of={row} rows={0}>
      {(one) => (
        <EditDialog
          title={one.name} fields={fields} row={one} read={read} onSaved={written} onClose={onClose}
          save={(changes, version) => categories.change(code, sent(changes) as never, version)}
          aside={may('catalog.edit') && <Retire name={one.name} active={one.active} onChange={(active) => categories.change(code, { active }, one.version)} onDone={() => { written(); onClose() }} />}
        />
      )}
    </Read>
  )
}

function Add({ onClose }: { onClose: () => void }) {
  const t = words.useT()
  const fields = useFields()
  return <AddDialog title={t('categories.add')} fields={fields} values={{ hazard: none, position: '100' }} onSaved={useWritten()} onClose={onClose} save={(values) => categories.add(sent(values) as never)} />
}

function TermLine({ line, onChange, onMove, writes }: { line: Line; onChange: (line: Line) => void; onMove: (by: -1 | 1) => void; writes: boolean }) {
  const t = words.useT()
  const off = !writes || !line.active
  const stays = line.code === unknown
  return (
    <Fragment>
      {line.fresh
        ? <Input size="small" value={line.code} maxLength={40} placeholder={t('field.slug')} aria-label={t('field.slug')} onChange={(event) => onChange({ ...line, code: event.target.value })} />
        : <code>{line.code}</code>}
      <Input size="small" value={line.name_zh} maxLength={60} disabled={off} placeholder={t('field.name_zh')} aria-label={t('field.name_zh')} onChange={(event) => onChange({ ...line, name_zh: event.target.value })} />
      <Input size="small" value={line.name_en} maxLength={60} disabled={off} placeholder={t('field.name_en')} aria-label={t('field.name_en')} onChange={(event) => onChange({ ...line, name_en: event.target.value })} />
      <span>
        {writes && !stays && (
          <>
            <Button size="sm" look="quiet" disabled={!line.active} aria-label={t('terms.up')} icon={<ArrowUp size={13} />} onClick={() => onMove(-1)} />
            <Button size="sm" look="quiet" disabled={!line.active} aria-label={t('terms.down')} icon={<ArrowDown size={13} />} onClick={() => onMove(1)} />
            <Button size="sm" look="quiet" onClick={() => onChange({ ...line, active: !line.active })}>{t(line.active ? 'retire' : 'restore')}</Button>
          </>
        )}
      </span>
    </Fragment>
  )
}

/** One list of words: names, order, what is in use. Saved as a whole, on the version it was read in. */
function Terms({ category, what }: { category: CategoryDetail; what: What }) {
  const t = words.useT()
  const may = useMay()
  const written = useWritten()
  const { message } = App.useApp()
  const [base, setBase] = useState(category)
  const [lines, setLines] = useState(() => linesOf(category[what] as Required<CategoryDetail[What][number]>[]))
  const [theirs, setTheirs] = useState<CategoryDetail | null>(null)
  const adopt = (row: CategoryDetail) => {
    setBase(row)
    setLines(linesOf(row[what] as Required<CategoryDetail[What][number]>[]))
    setTheirs(null)
  }
  const save = useMutation({
    mutationFn: (version: number) => categories.setTerms(base.code, what, termsOf(lines.filter((line) => !line.fresh || line.active)), version),
    onSuccess: (row) => {
      void message.success(t('saved'))
      adopt(row)
      written()
    },
    onError: (error) => {
      const problem = asProblem(error)
      if (problem.stale && problem.refusal.current) setTheirs(problem.refusal.current as CategoryDetail)
      else void message.error(problem.message)
    },
  })
  const writes = may('catalog.terms')
  const named = (terms: readonly { name_zh: string; active?: boolean }[]) => listed(terms.filter((term) => term.active).map((term) => term.name_zh))
  const change = (at: number, line: Line) => setLines(lines.map((one, index) => (index === at ? line : one)))
  if (theirs) {
    return <StaleEdit theirs={named(theirs[what])} yours={named(lines)} onTakeTheirs={() => adopt(theirs)} onSaveMine={() => { setTheirs(null); save.mutate(theirs.version) }} />
  }
  return (
    <>
      {lines.length === 0 && <Empty>{t('terms.none')}</Empty>}
      <div className={css.terms}>
        {lines.map((line, at) => <TermLine key={line.fresh ? `fresh-${at}` : line.code} line={line} writes={writes} onChange={(next) => change(at, next)} onMove={(by) => setLines(moved(lines, at, by))} />)}
      </div>
      {writes && (
        <div className={css.acts}>
          <Button icon={<Plus size={13} />} onClick={() => setLines(withNew(lines))}>{t('terms.add')}</Button>
          {what === 'symptoms' && <small>{t('terms.unknown')}</small>}
          <span className={css.grow} />
          <Button look="primary" disabled={save.isPending || !complete(lines)} onClick={() => save.mutate(base.version)} data-testid="terms-save">{t('terms.save')}</Button>
        </div>
      )}
    </>
  )
}

function TermsDialog({ code, onClose }: { code: string; onClose: () => void }) {
  const t = words.useT()
  const { state, change } = useUrlState()
  const what: What = state['what'] === 'causes' ? 'causes' : 'symptoms'
  const row = useQuery({ queryKey: ['catalog', 'category', code], queryFn: () => categories.one(code), gcTime: 0, refetchOnWindowFocus: false })
  return (
    <Modal open title={`${row.data?.name ?? code} · ${t('terms')}`} footer={null} width={860} onCancel={onClose}>
      <Segments options={[{ value: 'symptoms', label: t('terms.symptoms') }, { value: 'causes', label: t('terms.causes') }]} value={what} onChange={(next) => change({ what: next })} />
      <Read of={row} rows={6}>{(one) => <Terms key={`${what}-${one.version}`} category={one} what={what} />}</Read>
    </Modal>
  )
}

/** What the house looks after, in the order customers see it. */
export function Categories() {
  const t = words.useT()
  const may = useMay()
  const english = useLanguage() === 'en'
  const { state, change } = useUrlState()
  const list = useCategories()
  const writes = may('catalog.edit')
  const opened = state['open']
  const close = () => change({ open: undefined, terms: undefined, what: undefined })
  useKeys(opened === undefined && state['terms'] === undefined ? { c: writes ? () => change({ open: 'new' }) : undefined } : {})
  const columns: Column<CategoryRow>[] = [
    { key: 'name', title: t('col.name'), cell: (row) => <><b><Named row={{ active: row.active, name: english ? row.name_en : row.name_zh }} /></b> <small>{english ? row.name_zh : row.name_en}</small></> },
    { key: 'code', title: t('col.code'), width: 180, cell: (row) => <code>{row.code}</code> },
    { key: 'hazard', title: t('col.hazard'), width: 130, cell: (row) => (isHazard(row.hazard) ? t(`hazard.${row.hazard}`) : row.hazard || t('hazard.none')) },
    { key: 'terms', title: '', width: 170, align: 'right', cell: (row) => <Button size="sm" onClick={(event) => { event.stopPropagation(); change({ terms: row.code }) }} data-testid={`terms-${row.code}`}>{t('terms')}</Button> },
  ]
  return (
    <Card title={t('categories')} actions={writes && <Button look="primary" icon={<Plus size={14} />} shortcut="C" onClick={() => change({ open: 'new' })} data-testid="add">{t('categories.add')}</Button>}>
      <Read of={list} rows={8} empty={[(all) => all.length === 0, <Empty key="e" action={writes && <Button look="primary" onClick={() => change({ open: 'new' })}>{t('categories.add')}</Button>}>{t('categories.empty')}</Empty>]}>
        {(all) => <Table columns={columns} rows={all} rowKey={(row) => row.code} label={t('categories')} onOpen={writes ? (row) => change({ open: row.code }) : (row) => change({ terms: row.code })} />}
      </Read>
      {opened === 'new' && writes && <Add onClose={close} />}
      {opened !== undefined && opened !== 'new' && <Edit code={opened} onClose={close} />}
      {state['terms'] !== undefined && <TermsDialog code={state['terms']} onClose={close} />}
    </Card>
  )
}
