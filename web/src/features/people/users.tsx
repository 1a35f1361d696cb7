import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Modal, Select } from 'antd'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { people, type UserRow } from '@/api/people'
import { asProblem } from '@/api/problem'
import { joined } from '@/i18n'
import { Button, Card, Tag } from '@/kit/basics'
import { ExportMenu } from '@/kit/export'
import { SearchBox } from '@/kit/filters'
import { useMay } from '@/kit/session'
import { Empty, Read } from '@/kit/states'
import { type Column, Table } from '@/kit/table'
import { useTerm } from '@/kit/terms'
import { words } from './words'

export const roles = [
  'agent', 'agent_lead', 'dispatcher', 'engineer', 'clerk', 'outlet_manager', 'centre_manager', 'regional_manager', 'reviewer', 'revisitor',
  'knowledge_editor', 'parts_keeper', 'executive', 'admin', 'auditor',
]

/** Write something about the staff and read the lists again. */
export function useStaffWrite<Input>(write: (input: Input) => Promise<unknown>, onDone?: () => void) {
  const t = words.useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: write,
    onSuccess: () => {
      void message.success(t('saved'))
      onDone?.()
    },
    onError: (error) => void message.error(asProblem(error).message),
    onSettled: () => client.invalidateQueries({ queryKey: ['people'] }),
  })
}

function RoleFields() {
  const t = words.useT()
  const term = useTerm()
  const orgs = useQuery({ queryKey: ['orgs'], queryFn: people.orgs, staleTime: Infinity })
  return (
    <>
      <Form.Item name="role" label={t('field.role')} rules={[{ required: true }]}><Select options={roles.map((value) => ({ value, label: term('role', value) }))} /></Form.Item>
      <Form.Item name="org_id" label={t('field.org')} rules={[{ required: true }]}>
        <Select showSearch={{ optionFilterProp: 'label' }} options={(orgs.data ?? []).map((org) => ({ value: org.id, label: org.name }))} />
      </Form.Item>
    </>
  )
}

function AddDialog({ onClose }: { onClose: () => void }) {
  const t = words.useT()
  const add = useStaffWrite(people.addUser, onClose)
  return (
    <Modal open title={t('users.add')} footer={null} onCancel={onClose} width={440}>
      <Form layout="vertical" onFinish={add.mutate}>
        <Form.Item name="name" label={t('field.name')} rules={[{ required: true }]}><Input maxLength={60} /></Form.Item>
        <Form.Item name="username" label={t('field.username')} rules={[{ required: true }]}><Input maxLength={60} autoComplete="off" /></Form.Item>
        <Form.Item name="password" label={t('field.password')} rules={[{ required: true, min: 10, max: 128 }]}><Input.Password autoComplete="new-password" /></Form.Item>
        <RoleFields />
        <Button type="submit" look="primary" disabled={add.isPending}>{t('save')}</Button>
      </Form>
    </Modal>
  )
}

function RoleDialog({ user, onClose }: { user: UserRow; onClose: () => void }) {
  const t = words.useT()
  const give = useStaffWrite((role: { role: string; org_id: string }) => people.giveRole(user.id, role), onClose)
  return (
    <Modal open title={`${user.name} · ${t('users.role')}`} footer={null} onCancel={onClose} width={440}>
      <Form layout="vertical" onFinish={give.mutate}><RoleFields /><Button type="submit" look="primary" disabled={give.isPending}>{t('save')}</Button></Form>
    </Modal>
  )
}

/** Who works here, as what, and where. */
export function Users() {
  const t = words.useT()
  const term = useTerm()
  const may = useMay()
  const [query, setQuery] = useState('')
  const [adding, setAdding] = useState(false)
  const [giving, setGiving] = useState<UserRow | null>(null)
  const list = useQuery({ queryKey: ['people', 'users', query], queryFn: () => people.users(query) })
  const change = useStaffWrite((user: UserRow) => people.changeUser(user, { is_active: !user.is_active }))
  const columns: Column<UserRow>[] = [
    { key: 'name', title: t('col.name'), width: 150, cell: (row) => <><b>{row.name}</b> {!row.is_active && <Tag tone="bad">{t('users.suspended')}</Tag>}</> },
    { key: 'username', title: t('col.username'), width: 150, cell: (row) => row.username },
    { key: 'phone', title: t('col.phone'), width: 130, cell: (row) => row.phone || '—' },
    { key: 'roles', title: t('col.roles'), cell: (row) => joined(row.roles.map((held) => `${term('role', held.role)} · ${held.org_name}`)) },
    ...(may('user.manage') ? [{
      key: 'acts', title: '', width: 210, align: 'right' as const,
      cell: (row: UserRow) => <><Button size="sm" look="quiet" onClick={() => setGiving(row)}>{t('users.role')}</Button><Button size="sm" look="quiet" onClick={() => change.mutate(row)}>{t(row.is_active ? 'users.off' : 'users.on')}</Button></>,
    }] : []),
  ]
  return (
    <Card title={t('users')} actions={<><SearchBox value={query} placeholder={t('users.search')} onSearch={setQuery} />{may('user.manage') && <ExportMenu path="/people/users/export" filters={{ q: query }} />}{may('user.manage') && <Button look="primary" icon={<Plus size={14} />} onClick={() => setAdding(true)}>{t('users.add')}</Button>}</>}>
      <Read of={list} rows={10} empty={[(page) => page.items.length === 0, <Empty key="e">{t('users.empty')}</Empty>]}>
        {(page) => <Table columns={columns} rows={page.items} rowKey={(row) => row.id} />}
      </Read>
      {adding && <AddDialog onClose={() => setAdding(false)} />}
      {giving && <RoleDialog user={giving} onClose={() => setGiving(null)} />}
    </Card>
  )
}
