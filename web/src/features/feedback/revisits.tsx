import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Form, Input, Radio, Rate, Segmented } from 'antd'
import { Phone } from 'lucide-react'
import { type RevisitCall, revisits, type RevisitTask } from '@/api/feedback'
import { asProblem } from '@/api/problem'
import { Button, Card, Tag } from '@/kit/basics'
import { useMay } from '@/kit/session'
import { Empty, Read } from '@/kit/states'
import { useTerm } from '@/kit/terms'
import { momentOf, useNow } from '@/kit/time'
import css from './feedback.module.css'
import { words } from './words'

const results = ['reached', 'no_answer', 'wrong_number', 'refused']

interface Filled {
  result: RevisitCall['result']
  solved?: boolean
  csat?: number
  paid?: string
  comment?: string
}

/** The call as the server takes it: answers only when somebody answered. */
export function callOf({ result, solved, csat, paid, comment }: Filled): RevisitCall {
  if (result !== 'reached' || solved === undefined) return { result, note: '' }
  return { result, note: '', answer: { solved, csat: csat || null, paid: paid || null, comment: comment ?? '' } }
}

function CallForm({ task }: { task: RevisitTask }) {
  const t = words.useT()
  const term = useTerm()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<Filled>()
  const reached = Form.useWatch('result', form) === 'reached'
  const save = useMutation({
    mutationFn: (filled: Filled) => revisits.attempt(task.id, callOf(filled)),
    onSuccess: () => void message.success(t('revisits.saved')),
    onError: (error) => void message.error(asProblem(error).message),
    onSettled: () => client.invalidateQueries({ queryKey: ['revisits'] }),
  })
  return (
    <Form form={form} layout="vertical" initialValues={{ result: 'reached' }} onFinish={save.mutate}>
      <Form.Item name="result" label={t('revisits.result')}><Segmented options={results.map((value) => ({ value, label: term('contact', value) }))} /></Form.Item>
      {reached && (
        <>
          <Form.Item name="solved" label={t('revisits.solved')} rules={[{ required: true }]} extra={t('revisits.reopens')}>
            <Radio.Group optionType="button" options={[{ value: true, label: t('revisits.yes') }, { value: false, label: t('revisits.no') }]} />
          </Form.Item>
          <Form.Item name="csat" label={t('revisits.csat')}><Rate /></Form.Item>
          <Form.Item name="paid" label={t('revisits.paid')}><Input inputMode="decimal" maxLength={12} prefix="¥" /></Form.Item>
          <Form.Item name="comment" label={t('revisits.comment')}><Input.TextArea autoSize={{ minRows: 2 }} maxLength={1000} /></Form.Item>
        </>
      )}
      <Button type="submit" look="accent" disabled={save.isPending}>{t('revisits.save')}</Button>
    </Form>
  )
}

/** The list's first call: what the page opens where nothing was chosen. */
export const useFirstRevisit = (state: string): string | undefined =>
  useQuery({ queryKey: ['revisits', state], queryFn: () => revisits.list(state) }).data?.items[0]?.id

export function RevisitList({ state, current, onPick }: { state: string; current: string | undefined; onPick: (id: string) => void }) {
  const t = words.useT()
  const now = useNow()
  const list = useQuery({ queryKey: ['revisits', state], queryFn: () => revisits.list(state) })
  return (
    <Read of={list} height={76} empty={[(page) => page.items.length === 0, <Empty key="e">{t('revisits.empty')}</Empty>]}>
      {(page) => page.items.map((task) => (
        <button key={task.id} type="button" className={css.line} aria-current={task.id === current} onClick={() => onPick(task.id)}>
          <span><b>{task.customer}</b> <time>{momentOf(task.due_at, now)}</time></span>
          <small>{task.ticket_number} · {task.org} · {t('revisits.attempts', { n: task.attempts, most: task.attempts_most })}</small>
          <span>{task.purpose !== 'solved' && <Tag tone="info">{t(`purpose.${task.purpose}`)}</Tag>}{task.call.map((reason) => <Tag key={reason.code}>{reason.text}</Tag>)}</span>
        </button>
      ))}
    </Read>
  )
}

/** One call: why it is made, whom, what was said before, and the three questions. */
export function RevisitPanel({ id, state }: { id: string; state: string }) {
  const t = words.useT()
  const may = useMay()
  const now = useNow()
  const list = useQuery({ queryKey: ['revisits', state], queryFn: () => revisits.list(state) })
  const task = list.data?.items.find((one) => one.id === id)
  if (!task) return <Empty>{t('revisits.choose')}</Empty>
  return (
    <div className={css.call}>
      <Card title={<>{task.customer} <Tag tone="info">{t(`purpose.${task.purpose}`)}</Tag></>} note={task.org} actions={task.phone && <a href={`tel:${task.phone}`}><Phone size={14} /> {task.phone}</a>}>
        <div className={css.pad}>
          {task.call.map((reason) => <p key={reason.code}>{t('revisits.why', { why: reason.text })}</p>)}
          <p><Link to="/tickets/$id" params={{ id: task.ticket_id }}>{task.ticket_number}</Link> · {t('revisits.attempts', { n: task.attempts, most: task.attempts_most })}</p>
          {task.answered_at && <p>{momentOf(task.answered_at, now)} · CSAT {task.csat ?? '—'} · {task.comment}</p>}
        </div>
      </Card>
      {task.state === 'open' && may('revisit.call') && <Card><div className={css.pad}><CallForm key={task.id} task={task} /></div></Card>}
    </div>
  )
}
