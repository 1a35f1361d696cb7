import { Form, Input, Modal, Segmented, Select, Space } from 'antd'
import type { ReactNode } from 'react'
import type { TicketDetail } from '@/api/tickets'
import { Button } from '@/kit/basics'
import { useKeys } from '@/kit/keys'
import { useTerm } from '@/kit/terms'
import { useNext } from '../next'
import { words } from '../words'
import { useAct } from './useact'

type Word = Parameters<typeof words.t>[0]
type Filled = Record<string, unknown>

const hows = ['remote', 'answer', 'no_fault', 'complaint']
const pauseReasons = ['waiting_part', 'customer_postponed', 'customer_unreachable', 'waiting_customer']
const evidence = ['part_order', 'call_reached', 'call_rebooked', 'call_missed', 'call_wrong_number', 'customer_reply', 'message_sent']

function Long({ name, label }: { name: string; label: Word }) {
  return <Form.Item name={name} label={words.t(label)} rules={[{ required: true }]}><Input.TextArea autoFocus autoSize={{ minRows: 2 }} maxLength={2000} /></Form.Item>
}

function Choice({ name, label, kind, codes }: { name: string; label: Word; kind: 'solved_how' | 'pause' | 'evidence'; codes: readonly string[] }) {
  const term = useTerm()
  return <Form.Item name={name} label={words.t(label)} rules={[{ required: true }]}><Select options={codes.map((value) => ({ value, label: term(kind, value) }))} /></Form.Item>
}

const tried = () => (
  <>
    <Long name="note" label="act.what" />
    <Form.Item name="solved" label={words.t('act.remoteSolved')} initialValue={false}>
      <Segmented options={[{ value: true, label: words.t('yes') }, { value: false, label: words.t('no') }]} />
    </Form.Item>
  </>
)

/** What an act has to be told before it is done. A pause without evidence would count against the outlet. */
const forms: Record<string, () => ReactNode> = {
  solve: () => <Choice name="how" label="act.how" kind="solved_how" codes={hows} />,
  remote: tried,
  'video/end': tried,
  pause: () => (
    <>
      <Choice name="reason" label="act.why" kind="pause" codes={pauseReasons} />
      <Choice name="kind" label="act.kind" kind="evidence" codes={evidence} />
      <Form.Item name="ref" label={words.t('act.ref')} rules={[{ required: true, max: 100 }]}><Input /></Form.Item>
    </>
  ),
  resume: () => <Choice name="reason" label="act.why" kind="pause" codes={pauseReasons} />,
  split: () => <Long name="text" label="act.subject" />,
  reopen: () => <Long name="reason" label="act.why" />,
  cancel: () => <Long name="reason" label="act.why" />,
}

export const asks = (action: string): boolean => action in forms

/** The filled form as the server takes it: a pause's evidence is a list of kinds with their numbers. */
export function argsOf(action: string, { kind, ref, ...filled }: Filled): Filled {
  return action === 'pause' ? { ...filled, evidence: [{ kind, ref }] } : filled
}

export function AskDialog({ action, ticket, onClose }: { action: string; ticket: Pick<TicketDetail, 'id' | 'version'>; onClose: () => void }) {
  const t = words.useT()
  const act = useAct(ticket)
  const next = useNext()
  const [form] = Form.useForm<Filled>()
  const title = t(`ticket.${action}` as Word)
  const submit = (filled: Filled, then = onClose) => act.mutate({ action, args: argsOf(action, filled), what: title }, { onSuccess: then })
  const goOn = () => void form.validateFields().then((filled) => submit(filled, () => (onClose(), next.mutate())), () => undefined)
  useKeys({ 'mod+Enter': action === 'solve' ? goOn : undefined })
  return (
    <Modal open title={title} onCancel={onClose} footer={null} width={440}>
      <Form form={form} layout="vertical" onFinish={(filled) => submit(filled)}>
        {forms[action]?.()}
        <Space>
          {action === 'solve' && <Button look="accent" shortcut="⌘⏎" disabled={act.isPending} onClick={goOn} data-testid="solve-next">{t('act.solveNext')}</Button>}
          <Button type="submit" look={action === 'solve' ? 'plain' : 'primary'} disabled={act.isPending}>{t('act.go')}</Button>
        </Space>
      </Form>
    </Modal>
  )
}
