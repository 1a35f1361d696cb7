import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Input, InputNumber, Modal, Select, Typography } from 'antd'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { type ApiKeyRow, people } from '@/api/people'
import { Button, Card, Tag } from '@/kit/basics'
import { useMay, useMe, useSession } from '@/kit/session'
import { Empty, Failure, Read } from '@/kit/states'
import { type Column, Table } from '@/kit/table'
import { momentOf, useNow } from '@/kit/time'
import { useStaffWrite } from './users'
import { words } from './words'

function AddDialog({ onClose }: { onClose: () => void }) {
  const t = words.useT()
  const me = useMe()
  const session = useSession()
  const client = useQueryClient()
  const add = useMutation({
    mutationFn: (key: { name: string; scopes: string[]; days: number }) => people.addApiKey({ ...key, user_id: me.id }),
    onSettled: () => client.invalidateQueries({ queryKey: ['people', 'keys'] }),
  })
  return (
    <Modal open title={t('keys.add')} footer={null} onCancel={onClose} width={480}>
      {add.data ? (
        <><p>{t('keys.once')}</p><Typography.Text code copyable>{add.data.token}</Typography.Text></>
      ) : (
        <Form layout="vertical" initialValues={{ days: 90 }} onFinish={add.mutate}>
          <Form.Item name="name" label={t('field.name')} rules={[{ required: true }]}><Input maxLength={60} /></Form.Item>
          <Form.Item name="scopes" label={t('keys.scopes')} rules={[{ required: true }]}><Select mode="multiple" options={(session.data?.verbs ?? []).map((verb) => ({ value: verb, label: verb }))} /></Form.Item>
          <Form.Item name="days" label={t('keys.days')}><InputNumber min={1} max={365} precision={0} /></Form.Item>
          {add.error && <Failure error={add.error} />}
          <Button type="submit" look="primary" disabled={add.isPending}>{t('keys.add')}</Button>
        </Form>
      )}
    </Modal>
  )
}

/** Keys for programs: scoped, expiring, shown once. */
export function ApiKeys() {
  const t = words.useT()
  const now = useNow()
  const may = useMay()
  const [adding, setAdding] = useState(false)
  const list = useQuery({ queryKey: ['people', 'keys'], queryFn: people.apiKeys })
  const revoke = useStaffWrite(people.revokeApiKey)
  const columns: Column<ApiKeyRow>[] = [
    { key: 'name', title: t('col.name'), width: 200, cell: (row) => <><b>{row.name}</b> {row.revoked_at && <Tag tone="bad">{t('keys.revoked')}</Tag>}</> },
    { key: 'prefix', title: t('col.prefix'), width: 120, cell: (row) => <code>{row.prefix}</code> },
    { key: 'scopes', title: t('keys.scopes'), cell: (row) => row.scopes.join(' ') },
    { key: 'expires', title: t('col.expires'), width: 120, cell: (row) => momentOf(row.expires_at, now) },
    { key: 'used', title: t('col.used'), width: 120, cell: (row) => (row.last_used_at ? momentOf(row.last_used_at, now) : '—') },
    { key: 'revoke', title: '', width: 90, align: 'right', cell: (row) => may('apikey.manage') && !row.revoked_at && <Button size="sm" look="quiet" onClick={() => revoke.mutate(row.id)}>{t('keys.revoke')}</Button> },
  ]
  return (
    <Card title={t('keys')} actions={may('apikey.manage') && <Button look="primary" icon={<Plus size={14} />} onClick={() => setAdding(true)}>{t('keys.add')}</Button>}>
      <Read of={list} rows={4} empty={[(all) => all.length === 0, <Empty key="e">{t('keys.empty')}</Empty>]}>{(all) => <Table columns={columns} rows={all} rowKey={(row) => row.id} />}</Read>
      {adding && <AddDialog onClose={() => setAdding(false)} />}
    </Card>
  )
}
