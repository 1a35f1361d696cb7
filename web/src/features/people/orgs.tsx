import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Form, Input, Modal, Select } from 'antd'
import { ChevronDown, ChevronRight, MapPinOff, Plus, Users } from 'lucide-react'
import { useState } from 'react'
import { type Org, type OrgChange, people } from '@/api/people'
import { Button, Card, Tag } from '@/kit/basics'
import { EditDialog, type EditField, type Values } from '@/kit/edit'
import { SearchBox } from '@/kit/filters'
import { useMay } from '@/kit/session'
import { Empty, Read } from '@/kit/states'
import { useTerm } from '@/kit/terms'
import { siteZone } from '@/kit/time/zone'
import { useUrlState } from '@/kit/url'
import css from './crew.module.css'
import { words } from './crewwords'
import { type Branch, kindsBelow, linesOf } from './tree'
import { useCrewWrite } from './write'

const read = (org: Org): Values => ({ name: org.name, place: org.place, timezone: org.timezone, partner: org.partner, own_planning: org.own_planning, active: org.active })

function EditOrg({ org, onClose }: { org: Org; onClose: () => void }) {
  const t = words.useT()
  const client = useQueryClient()
  const fields: EditField[] = [
    { name: 'name', label: t('orgs.name'), kind: 'text' },
    { name: 'place', label: t('orgs.place'), kind: 'text' },
    { name: 'timezone', label: t('orgs.timezone'), kind: 'text' },
    ...(org.kind === 'outlet' ? [{ name: 'partner', label: t('orgs.partner'), kind: 'flag' } as const, { name: 'own_planning', label: t('orgs.planning'), kind: 'flag' } as const] : []),
    ...(org.parent_id ? [{ name: 'active', label: t('orgs.active'), kind: 'flag' } as const] : []),
  ]
  const change = (changes: Values) => ({ ...changes, ...('place' in changes ? { place: String(changes['place'] ?? '') } : {}) }) as OrgChange
  return (
    <EditDialog
      title={t('orgs.editTitle', { name: org.name })} fields={fields} row={org} read={read} onClose={onClose}
      save={(changes, version) => people.changeOrg(org.id, change(changes), version)}
      onSaved={() => void Promise.all([client.invalidateQueries({ queryKey: ['orgs'] }), client.invalidateQueries({ queryKey: ['people'] })])}
    />
  )
}

interface NewOrg {
  kind: string
  code: string
  name: string
  place?: string
  timezone: string
  partner?: boolean
}

function AddOrg({ parent, onClose }: { parent: Org; onClose: () => void }) {
  const t = words.useT()
  const term = useTerm()
  const kinds = kindsBelow(parent.kind)
  const add = useCrewWrite(({ place = '', partner = false, ...rest }: NewOrg) => people.addOrg({ ...rest, place, partner, parent_id: parent.id, lng: null, lat: null, own_planning: null }), { onDone: onClose })
  const needed = [{ required: true, message: t('required') }]
  return (
    <Modal open title={t('orgs.addTitle', { name: parent.name })} footer={null} width={440} onCancel={onClose}>
      <Form layout="vertical" initialValues={{ kind: kinds.at(-1), timezone: parent.timezone || siteZone() }} onFinish={(values: NewOrg) => add.mutate(values)}>
        <div className={css.line}>
          <Form.Item name="kind" label={t('orgs.kind')}><Select options={kinds.map((value) => ({ value, label: term('org', value) }))} /></Form.Item>
          <Form.Item name="code" label={t('orgs.code')} rules={needed}><Input maxLength={32} autoComplete="off" /></Form.Item>
        </div>
        <Form.Item name="name" label={t('orgs.name')} rules={needed}><Input maxLength={80} /></Form.Item>
        <Form.Item name="place" label={t('orgs.place')}><Input maxLength={200} /></Form.Item>
        <Form.Item name="timezone" label={t('orgs.timezone')} rules={needed}><Input maxLength={40} /></Form.Item>
        <Form.Item name="partner" valuePropName="checked"><Checkbox>{t('orgs.partner')}</Checkbox></Form.Item>
        <Button type="submit" look="primary" disabled={add.isPending} data-testid="org-save">{t('save')}</Button>
      </Form>
    </Modal>
  )
}

interface LineProps {
  line: Branch
  folded: boolean
  onFold: () => void
  onAct: (what: 'add' | 'edit') => void
}

function Line({ line: { org, depth, children }, folded, onFold, onAct }: LineProps) {
  const t = words.useT()
  const term = useTerm()
  const may = useMay()
  const { change } = useUrlState()
  return (
    <li data-kind={org.kind} data-closed={!org.active} style={{ paddingInlineStart: 8 + depth * 22 }}>
      {children > 0
        ? <button type="button" className={css.fold} aria-expanded={!folded} aria-label={t(folded ? 'orgs.unfold' : 'orgs.fold')} onClick={onFold}>{folded ? <ChevronRight size={15} /> : <ChevronDown size={15} />}</button>
        : <span className={css.fold} />}
      <span className={css.org}><b>{org.name}</b> <small>{term('org', org.kind)} · {org.code}{org.place && ` · ${org.place}`}</small></span>
      {org.partner && <Tag>{t('partner')}</Tag>}
      {!org.active && <Tag tone="bad">{t('orgs.closed')}</Tag>}
      {org.kind === 'outlet' && org.lng === null && <Tag tone="soon" icon={<MapPinOff size={11} />}>{t('orgs.noPoint')}</Tag>}
      <span className={css.orgActs}>
        {may('engineer.see') && <Button size="sm" look="quiet" icon={<Users size={13} />} aria-label={t('orgs.engineers')} title={t('orgs.engineers')} onClick={() => change({ tab: 'engineers', org: org.id })} />}
        {may('org.manage') && kindsBelow(org.kind).length > 0 && <Button size="sm" look="quiet" icon={<Plus size={13} />} onClick={() => onAct('add')}>{t('orgs.add')}</Button>}
        {may('org.manage') && <Button size="sm" look="quiet" onClick={() => onAct('edit')}>{t('edit')}</Button>}
      </span>
    </li>
  )
}

const manyFrom = 60

/** The tree of places: region, service centre, outlet. */
export function Organisation() {
  const t = words.useT()
  const { state, change } = useUrlState()
  const [turned, setTurned] = useState<Set<string>>(new Set())
  const [open, setOpen] = useState<{ what: 'add' | 'edit'; org: Org } | null>(null)
  const orgs = useQuery({ queryKey: ['orgs'], queryFn: people.orgs })
  const foldedOf = (all: readonly Org[]) => new Set(all.filter((org) => (all.length > manyFrom && org.kind === 'centre') !== turned.has(org.id)).map((org) => org.id))
  const turn = (id: string) => setTurned((before) => (before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id])))
  return (
    <Card title={t('orgs')} actions={<SearchBox value={state['q'] ?? ''} placeholder={t('orgs.search')} onSearch={(q) => change({ q })} />}>
      <Read of={orgs} rows={10} empty={[(all) => linesOf(all, new Set(), state['q']).length === 0, <Empty key="e">{t('orgs.empty')}</Empty>]}>
        {(all) => {
          const folded = foldedOf(all)
          return (
            <ul className={css.tree}>
              {linesOf(all, folded, state['q']).map((line) => (
                <Line key={line.org.id} line={line} folded={folded.has(line.org.id)} onFold={() => turn(line.org.id)} onAct={(what) => setOpen({ what, org: line.org })} />
              ))}
            </ul>
          )
        }}
      </Read>
      {open?.what === 'add' && <AddOrg parent={open.org} onClose={() => setOpen(null)} />}
      {open?.what === 'edit' && <EditOrg org={open.org} onClose={() => setOpen(null)} />}
    </Card>
  )
}
