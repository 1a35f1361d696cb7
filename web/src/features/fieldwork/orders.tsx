import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Form, Input, Modal } from 'antd'
import { MapPin } from 'lucide-react'
import { useState } from 'react'
import { type OrderDetail, orders, type OrderRow } from '@/api/fieldwork'
import { Button, Tag, TierBadge } from '@/kit/basics'
import { ClockChip } from '@/kit/clock'
import { Block } from '@/kit/page'
import { useMay } from '@/kit/session'
import { Empty, Read } from '@/kit/states'
import { useTerm } from '@/kit/terms'
import { momentOf, timeOf, useNow } from '@/kit/time'
import { Candidates } from './candidates'
import css from './fieldwork.module.css'
import { Outlets } from './outlets'
import { useOrderAct } from './useorder'
import { words } from './words'

/** The work of one state, most urgent first. */
export function OrderList({ filters, current, onPick }: { filters: Record<string, string | undefined>; current: string | undefined; onPick: (id: string) => void }) {
  const t = words.useT()
  const term = useTerm()
  const list = useQuery({ queryKey: ['orders', 'list', filters], queryFn: () => orders.list({ limit: '100', ...filters }) })
  return (
    <Read of={list} height={96} empty={[(page) => page.items.length === 0, <Empty key="e">{t('empty')}</Empty>]}>
      {(page) => page.items.map((order) => (
        <button key={order.id} type="button" className={css.order} aria-current={order.id === current} onClick={() => onPick(order.id)}>
          <span><b>{order.customer.name}</b> <TierBadge tier={order.customer.tier} priority={order.customer.priority} /> {order.clock && <ClockChip clock={order.clock} />}</span>
          <span>{order.ticket.subject}</span>
          <small>{order.number} · {term('order_type', order.order_type)} · {order.address}</small>
          <span><Tag>{term('order', order.status)}</Tag>{order.outlet && <small>{order.outlet.name}</small>}{order.engineer && <small>{order.engineer.name}</small>}</span>
        </button>
      ))}
    </Read>
  )
}

const needsReason = ['return', 'cancel']

function Acts({ order }: { order: OrderRow }) {
  const t = words.useT()
  const act = useOrderAct(order)
  const [asking, setAsking] = useState<string | null>(null)
  const allowed = useMay()
  const may = {
    accept: order.status === 'offered' && allowed('order.accept'),
    return: ['offered', 'accepted', 'assigned'].includes(order.status) && allowed('order.accept'),
    cancel: !['closed', 'cancelled', 'completed'].includes(order.status) && allowed('order.cancel'),
  }
  const run = (action: string, args: Record<string, unknown>) => act.mutate({ action, args }, { onSuccess: () => setAsking(null) })
  return (
    <>
      {(['accept', 'return', 'cancel'] as const).filter((action) => may[action]).map((action) => (
        <Button key={action} size="sm" onClick={() => (needsReason.includes(action) ? setAsking(action) : run(action, {}))}>{t(`act.${action}`)}</Button>
      ))}
      {asking && (
        <Modal open title={t(`act.${asking as 'return'}`)} footer={null} onCancel={() => setAsking(null)} width={420}>
          <Form layout="vertical" onFinish={(args: Record<string, unknown>) => run(asking, args)}>
            <Form.Item name="reason" label={t('act.reason')} rules={[{ required: true }]}><Input.TextArea autoFocus autoSize={{ minRows: 2 }} maxLength={500} /></Form.Item>
            <Button type="submit" look="primary">{t(`act.${asking as 'return'}`)}</Button>
          </Form>
        </Modal>
      )}
    </>
  )
}

/** Which outlet was asked and what it said, which visits were made. */
function History({ order }: { order: OrderDetail }) {
  const t = words.useT()
  const term = useTerm()
  const now = useNow()
  const answer = (code: string) => (words.has(`answer.${code}`) ? t(`answer.${code}` as 'answer.accepted') : t('answer.waiting'))
  return (
    <Block title={t('history')}>
      {order.offers.map((offer) => <p key={offer.offered_at}>{momentOf(offer.offered_at, now)} {offer.outlet.name} <Tag>{answer(offer.answer)}</Tag></p>)}
      {order.contacts.map((call) => <p key={call.at}>{momentOf(call.at, now)} {call.result_name} {call.note}</p>)}
      {order.visits.map((visit) => <p key={visit.id}>{visit.sequence}. {visit.engineer.name} <Tag>{term('order', visit.status)}</Tag> {visit.arrived_at && momentOf(visit.arrived_at, now)}</p>)}
    </Block>
  )
}

/** One order: what, where, when, and the next decision with its reasons. */
export function OrderPanel({ id }: { id: string }) {
  const t = words.useT()
  const term = useTerm()
  const now = useNow()
  const reading = useQuery({ queryKey: ['orders', 'one', id], queryFn: () => orders.one(id) })
  const may = useMay()
  const toOutlet = (order: OrderRow) => may('order.offer') && (!order.outlet || ['open', 'offered'].includes(order.status))
  const toEngineer = (order: OrderRow) => may('order.assign') && order.outlet && ['accepted', 'assigned', 'contacted', 'agreed'].includes(order.status)
  return (
    <Read of={reading} rows={3}>
      {(order) => (
        <>
          <header className={css.head}>
            <p>
              <b>{order.ticket.subject}</b> <Tag>{term('order_type', order.order_type)}</Tag> <Tag tone="info">{term('order', order.status)}</Tag>
              {order.clock && <ClockChip clock={order.clock} />} <span className={css.grow} /> <Acts order={order} />
            </p>
            <p>
              {order.number} · <b>{order.customer.name}</b> <TierBadge tier={order.customer.tier} priority={order.customer.priority} /> · <MapPin size={13} /> {order.address}
              {order.accuracy !== null && order.accuracy > 500 && <Tag tone="soon">{t('head.accuracy', { accuracy: order.accuracy })}</Tag>}
            </p>
            <p>
              {order.window_start && order.window_end ? t('head.window', { from: momentOf(order.window_start, now), to: timeOf(order.window_end) }) : t('head.noWindow')}
              {' · '}<Link to="/tickets/$id" params={{ id: order.ticket.id }}>{t('open.ticket')}</Link>
              {' · '}<a href={`/api/orders/${order.id}/record`} target="_blank" rel="noreferrer">{t('record')}</a>
            </p>
          </header>
          {toOutlet(order) && <Outlets order={order} />}
          {toEngineer(order) && <Candidates order={order} />}
          <History order={order} />
        </>
      )}
    </Read>
  )
}
