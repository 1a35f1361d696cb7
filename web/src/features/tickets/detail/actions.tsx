import { Dropdown, Form, Input, Modal, Select } from 'antd'
import { CalendarPlus, CheckCheck, CornerUpRight, Ellipsis, UserCheck } from 'lucide-react'
import { useState } from 'react'
import type { TicketDetail } from '@/api/tickets'
import { Button } from '@/kit/basics'
import { useKeys } from '@/kit/keys'
import { useMe } from '@/kit/session'
import { useTerm } from '@/kit/terms'
import { AssignDialog } from '../assign'
import { MergeDialog } from '../merge'
import { words } from '../words'
import { useAct } from './useact'
import { VisitDialog } from './visit'

type Word = Parameters<typeof words.t>[0]

/** An act that asks for text before it is done: its field's name in the request and its label. */
const asking: Record<string, readonly (readonly [field: string, label: Word])[]> = {
  solve: [['text', 'act.what']],
  remote: [['text', 'act.what']],
  pause: [['reason', 'act.why'], ['evidence', 'act.evidence']],
  split: [['text', 'act.subject']],
  close: [['reason', 'act.why']],
  reopen: [['reason', 'act.why']],
  cancel: [['reason', 'act.why']],
}

const pauseReasons = ['waiting_part', 'customer_postponed', 'customer_unreachable', 'waiting_customer']

function AskDialog({ action, ticket, onClose }: { action: string; ticket: TicketDetail; onClose: () => void }) {
  const t = words.useT()
  const term = useTerm()
  const act = useAct(ticket)
  const title = t(`ticket.${action}` as Word)
  const submit = (args: Record<string, unknown>) => act.mutate({ action, args, what: title }, { onSuccess: onClose })
  return (
    <Modal open title={title} onCancel={onClose} footer={null} width={440}>
      <Form layout="vertical" onFinish={submit}>
        {asking[action]?.map(([field, label], index) => (
          <Form.Item key={field} name={field} label={t(label)} rules={[{ required: true }]}>
            {action === 'pause' && field === 'reason' ? (
              <Select options={pauseReasons.map((value) => ({ value, label: term('pause', value) }))} />
            ) : (
              <Input.TextArea autoFocus={index === 0} autoSize={{ minRows: 2 }} maxLength={2000} />
            )}
          </Form.Item>
        ))}
        <Button type="submit" look="primary" disabled={act.isPending}>{t('act.go')}</Button>
      </Form>
    </Modal>
  )
}

const rest = ['merge', 'remote', 'press', 'pause', 'resume', 'split', 'link', 'close', 'reopen', 'cancel'] as const

/** What may be done with this ticket: the frequent as buttons, the rest in a menu. */
export function Actions({ ticket }: { ticket: TicketDetail }) {
  const t = words.useT()
  const me = useMe()
  const act = useAct(ticket)
  const [dialog, setDialog] = useState<string | null>(null)
  const may = (action: string) => !ticket.may || ticket.may.includes(action)
  const mine = ticket.assignee?.id === me.id
  const start = (action: string) => {
    if (action in asking || ['link', 'assign', 'merge', 'visit'].includes(action)) setDialog(action)
    else act.mutate({ action, what: t(`ticket.${action}` as Word) })
  }
  useKeys({
    a: may('assign') ? () => setDialog('assign') : undefined,
    m: may('merge') ? () => setDialog('merge') : undefined,
    v: () => setDialog('visit'),
    e: may('solve') ? () => setDialog('solve') : undefined,
  })
  const close = () => setDialog(null)
  const items = rest.filter(may).map((action) => ({ key: action, label: t(`ticket.${action}`), onClick: () => start(action) }))
  return (
    <>
      {!mine && may('take') && <Button look="primary" icon={<UserCheck size={15} />} onClick={() => start('take')} data-testid="take">{t('ticket.take')}</Button>}
      {may('assign') && <Button icon={<CornerUpRight size={15} />} onClick={() => setDialog('assign')}>{t('ticket.transfer')}</Button>}
      <Button icon={<CalendarPlus size={15} />} onClick={() => setDialog('visit')} data-testid="visit">{t('ticket.visit')}</Button>
      {may('solve') && <Button icon={<CheckCheck size={15} />} onClick={() => setDialog('solve')}>{t('ticket.solve')}</Button>}
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight"><Button aria-label={t('ticket.more')} icon={<Ellipsis size={15} />} /></Dropdown>
      {dialog === 'assign' && (
        <AssignDialog onClose={close} onPick={(args) => act.mutate({ action: args.queue ? 'transfer' : 'assign', args, what: t(args.queue ? 'transfer.done' : 'assign.done') })} />
      )}
      {dialog === 'merge' && <MergeDialog onClose={close} onPick={(into) => act.mutate({ action: 'merge', args: { into }, what: t('merge.done') })} />}
      {dialog === 'link' && <MergeDialog title={t('ticket.link')} onClose={close} onPick={(to) => act.mutate({ action: 'link', args: { to }, what: t('ticket.link') })} />}
      {dialog === 'visit' && <VisitDialog ticket={ticket} onClose={close} />}
      {dialog && dialog in asking && <AskDialog action={dialog} ticket={ticket} onClose={close} />}
    </>
  )
}
