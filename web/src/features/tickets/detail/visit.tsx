import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Modal, Select } from 'antd'
import { orders } from '@/api/fieldwork'
import { asProblem } from '@/api/problem'
import type { TicketDetail } from '@/api/tickets'
import { Button } from '@/kit/basics'
import { useTerm } from '@/kit/terms'
import { words } from '../words'

const types = ['repair', 'installation', 'maintenance', 'assessment', 'inspection', 'rework', 'relocation']

/** A visit is needed: the order goes to the authorised outlet; coverage and fee stand here to be told first. */
export function VisitDialog({ ticket, onClose }: { ticket: TicketDetail; onClose: () => void }) {
  const t = words.useT()
  const term = useTerm()
  const client = useQueryClient()
  const { message } = App.useApp()
  const open = useMutation({
    mutationFn: (order: { order_type: string; note?: string }) => orders.open(ticket.id, { note: '', ...order }),
    onSuccess: (order) => {
      void message.success(`${t('visit.done')} · ${term('order', order.status)}`)
      onClose()
    },
    onError: (error) => void message.error(asProblem(error).message),
    onSettled: () => client.invalidateQueries({ queryKey: ['tickets'] }),
  })
  const { coverage } = ticket
  const fee = coverage?.visit_fee ? ` · ${t('context.fee', { fee: coverage.visit_fee })}` : ''
  return (
    <Modal open title={t('visit.title')} onCancel={onClose} footer={null} width={440}>
      {coverage && <p>{t('visit.told', { coverage: `${term('coverage', coverage.covered)} ${coverage.reason?.text ?? ''}`, fee })}</p>}
      <Form layout="vertical" initialValues={{ order_type: types.includes(ticket.order_type) ? ticket.order_type : 'repair', note: '' }} onFinish={open.mutate}>
        <Form.Item name="order_type" label={t('visit.type')}><Select options={types.map((value) => ({ value, label: term('order_type', value) }))} /></Form.Item>
        <Form.Item name="note" label={t('visit.note')}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} /></Form.Item>
        <Button type="submit" look="accent" disabled={open.isPending} data-testid="open-order">{t('visit.title')}</Button>
      </Form>
    </Modal>
  )
}
