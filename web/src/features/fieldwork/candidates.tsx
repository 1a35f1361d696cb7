import { useQuery } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { Scale, ShieldQuestion } from 'lucide-react'
import { useState } from 'react'
import { type Candidate, type Excluded, orders, type OrderRow } from '@/api/fieldwork'
import { joined } from '@/i18n'
import { Avatar, Button, Tag } from '@/kit/basics'
import { Block } from '@/kit/page'
import { useMay } from '@/kit/session'
import { Empty, Read } from '@/kit/states'
import { type Column, Table } from '@/kit/table'
import { timeOf } from '@/kit/time'
import css from './fieldwork.module.css'
import { useOrderAct } from './useorder'
import { words } from './words'

function OverrideDialog({ excluded, onClose, onAssign }: { excluded: Excluded; onClose: () => void; onAssign: (reason: string) => void }) {
  const t = words.useT()
  return (
    <Modal open title={t('override.title', { name: excluded.engineer.name })} footer={null} onCancel={onClose} width={440}>
      <p>{t('override.text', { rule: excluded.text })}</p>
      <Form layout="vertical" onFinish={({ reason }: { reason: string }) => onAssign(reason)}>
        <Form.Item name="reason" label={t('override.reason')} rules={[{ required: true, min: 4 }]}><Input.TextArea autoFocus autoSize={{ minRows: 2 }} maxLength={500} /></Form.Item>
        <Button type="submit" look="danger">{t('assign')}</Button>
      </Form>
    </Modal>
  )
}

/** Each excluded person with the rule. The law cannot be passed; the brand's own rule may be, by name and with a reason. */
function ExcludedList({ excluded, onAssign }: { excluded: Excluded[]; onAssign: (engineerId: string, reason: string) => void }) {
  const t = words.useT()
  const may = useMay()
  const [asking, setAsking] = useState<Excluded | null>(null)
  if (excluded.length === 0) return null
  return (
    <Block title={t('excluded.title', { n: excluded.length })}>
      {excluded.map((one) => (
        <p key={`${one.engineer.id} ${one.rule}`} className={css.excluded}>
          <Avatar name={one.engineer.name} size={20} /> <span>{one.engineer.name}</span>
          <Tag tone={one.overridable ? 'soon' : 'bad'} icon={one.overridable ? <ShieldQuestion size={12} /> : <Scale size={12} />}>{t(one.overridable ? 'excluded.brand' : 'excluded.law')}</Tag>
          <span className={css.why}>{one.text}</span>
          {one.overridable && may('order.override') && <Button size="sm" look="quiet" onClick={() => setAsking(one)}>{t('excluded.override')}</Button>}
        </p>
      ))}
      {asking && (
        <OverrideDialog
          excluded={asking} onClose={() => setAsking(null)}
          onAssign={(reason) => {
            onAssign(asking.engineer.id, reason)
            setAsking(null)
          }}
        />
      )}
    </Block>
  )
}

/** Who can come, best first, and why; who cannot, and by which rule. */
export function Candidates({ order }: { order: OrderRow }) {
  const t = words.useT()
  const act = useOrderAct(order)
  const found = useQuery({ queryKey: ['orders', 'candidates', order.id], queryFn: () => orders.candidates(order.id) })
  const assign = (engineerId: string, reason?: string) =>
    act.mutate({ action: reason ? 'overrule' : 'assign', args: { engineer: engineerId, ...(reason ? { overrule: reason } : {}) }, what: t('done.assign') })
  const columns: Column<Candidate & { first: boolean }>[] = [
    { key: 'engineer', title: t('col.engineer'), width: 128, cell: (row) => <span className={css.person}><Avatar name={row.engineer.name} size={24} /><b>{row.engineer.name}</b> {row.engineer.level && <small>{row.engineer.level}</small>}</span> },
    { key: 'reasons', title: t('col.reasons'), cell: (row) => <span title={row.reasons.map((reason) => reason.text).join('\n')}>{joined(row.reasons.map((reason) => reason.text))}</span> },
    { key: 'window', title: t('col.window'), width: 96, align: 'right', cell: (row) => row.window && `${timeOf(row.window.start)}–${timeOf(row.window.end)}` },
    { key: 'travel', title: t('col.travel'), width: 60, align: 'right', cell: (row) => (row.travel_min === null ? '—' : t('minutes', { n: row.travel_min })) },
    { key: 'load', title: t('col.load'), width: 56, align: 'right', cell: (row) => t('orders', { n: row.load }) },
    { key: 'act', title: '', width: 76, align: 'right', cell: (row) => <Button size="sm" look={row.first ? 'accent' : 'plain'} disabled={act.isPending} data-testid="assign" onClick={() => assign(row.engineer.id)}>{t('assign')}</Button> },
  ]
  return (
    <Read of={found} rows={4}>
      {({ able, excluded }) => (
        <>
          <Block title={t('candidates.title')} note={t('candidates.note', { able: able.length, excluded: excluded.length })} action={<small>{t('candidates.first')}</small>}>
            {able.length === 0 ? <Empty>{t('candidates.none')}</Empty> : (
              <Table columns={columns} rows={able.map((one, index) => ({ ...one, first: index === 0 }))} rowKey={(row) => row.engineer.id} />
            )}
          </Block>
          <ExcludedList excluded={excluded} onAssign={assign} />
        </>
      )}
    </Read>
  )
}
