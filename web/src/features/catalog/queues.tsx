import { useQuery } from '@tanstack/react-query'
import { type QueueRow, queues } from '@/api/catalog'
import { people } from '@/api/people'
import { listed, useLanguage } from '@/i18n'
import { AddDialog, type EditField, EditDialog, type Values } from '@/kit/edit'
import { useCategoryName, useCategoryOptions } from '@/kit/categories'
import { useMay } from '@/kit/session'
import { Read } from '@/kit/states'
import type { Column } from '@/kit/table'
import { useTerm } from '@/kit/terms'
import { ItemList, Named, Retire, useWritten } from './list'
import { words } from './words'

/** Those who work off a queue at a desk. */
const roles = ['agent', 'agent_lead', 'dispatcher', 'clerk', 'reviewer', 'revisitor'] as const
const any = '*'

const read = (row: QueueRow): Values => ({
  code: row.code, name_zh: row.name_zh, name_en: row.name_en, org_id: row.org_id, role: row.role, skills: row.skills.join(','), language: row.language || any,
  position: String(row.position),
})

const sent = (values: Values) => ({
  ...values, ...('skills' in values ? { skills: String(values['skills'] ?? '').split(',').filter(Boolean) } : {}),
  ...('language' in values ? { language: values['language'] === any ? '' : values['language'] } : {}),
})

function useFields(): EditField[] {
  const t = words.useT()
  const term = useTerm()
  const orgs = useQuery({ queryKey: ['orgs'], queryFn: people.orgs, staleTime: Infinity })
  return [
    { name: 'code', label: t('field.slug'), kind: 'text', required: true, fixed: true },
    { name: 'name_zh', label: t('field.name_zh'), kind: 'text', required: true },
    { name: 'name_en', label: t('field.name_en'), kind: 'text', required: true },
    { name: 'org_id', label: t('field.org'), kind: 'choice', required: true, options: (orgs.data ?? []).map((org) => ({ value: org.id, label: org.name })) },
    { name: 'role', label: t('field.role'), kind: 'choice', required: true, options: roles.map((value) => ({ value, label: term('role', value) })) },
    { name: 'skills', label: t('field.skills'), kind: 'many', options: useCategoryOptions() },
    { name: 'language', label: t('field.language'), kind: 'choice', required: true, options: [{ value: any, label: t('lang.') }, { value: 'zh', label: t('lang.zh') }, { value: 'en', label: t('lang.en') }] },
    { name: 'position', label: t('field.position'), kind: 'number', required: true },
  ]
}

function Edit({ id, onClose }: { id: string; onClose: () => void }) {
  const may = useMay()
  const written = useWritten()
  const row = useQuery({ queryKey: ['catalog', 'queue', id], queryFn: () => queues.one(id), gcTime: 0 })
  const fields = useFields()
  return (
    <Read of={row} rows={0}>
      {(one) => (
        <EditDialog
          title={one.code} fields={fields} row={one} read={read} onSaved={written} onClose={onClose}
          save={(changes, version) => queues.change(id, sent(changes) as never, version)}
          aside={may('queue.edit') && <Retire queue name={one.code} active={one.active} onChange={(active) => queues.change(id, { active }, one.version)} onDone={() => { written(); onClose() }} />}
        />
      )}
    </Read>
  )
}

function Add({ onClose }: { onClose: () => void }) {
  const t = words.useT()
  const fields = useFields()
  return <AddDialog title={t('queues.add')} fields={fields} values={{ role: 'agent', language: any, position: '100' }} onSaved={useWritten()} onClose={onClose} save={(values) => queues.add(sent(values) as never)} />
}

/** Where work waits, for which people. */
export function Queues() {
  const t = words.useT()
  const term = useTerm()
  const name = useCategoryName()
  const english = useLanguage() === 'en'
  const columns: Column<QueueRow>[] = [
    { key: 'code', title: t('col.code'), width: 170, sort: 'code', cell: (row) => <b>{row.code}</b> },
    { key: 'name', title: t('col.name'), cell: (row) => <Named name="queue" row={{ active: row.active, name: english ? row.name_en : row.name_zh }} /> },
    { key: 'org', title: t('col.org'), width: 170, cell: (row) => row.org },
    { key: 'role', title: t('col.role'), width: 110, cell: (row) => term('role', row.role) },
    { key: 'skills', title: t('col.skills'), width: 170, from: 1200, cell: (row) => (row.skills.length > 0 ? listed(row.skills.map(name)) : t('every')) },
    { key: 'language', title: t('col.language'), width: 90, cell: (row) => t(row.language === 'zh' ? 'lang.zh' : row.language === 'en' ? 'lang.en' : 'lang.') },
    { key: 'waiting', title: t('col.waiting'), width: 80, align: 'right', cell: (row) => row.waiting },
  ]
  return <ItemList what="queues" columns={columns} read={queues.list} verb="queue.edit" file="/queues/export" filtered={false} dialog={(id, close) => (id === 'new' ? <Add onClose={close} /> : <Edit id={id} onClose={close} />)} />
}
