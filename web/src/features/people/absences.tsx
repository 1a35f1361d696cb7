import { Form, Input, Modal, Popconfirm, Select } from 'antd'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { type Engineer, engineers } from '@/api/people'
import { Button } from '@/kit/basics'
import { Empty } from '@/kit/states'
import { useTerm } from '@/kit/terms'
import { dayOf, momentOf, useNow } from '@/kit/time'
import css from './crew.module.css'
import { words } from './crewwords'
import type { OfEngineer } from './engineer'
import { visitsIn } from './roster'
import { VisitList } from './visits'
import { useCrewWrite } from './write'

const kinds = ['leave', 'sick', 'training', 'other'] as const

interface Values {
  kind: string
  first: string
  last: string
  from_time?: string
  to_time?: string
  note?: string
}

/** What falls into the days being typed, before anything is booked. */
function Touched({ engineer }: OfEngineer) {
  const t = words.useT()
  const first = Form.useWatch<string>('first')
  const last = Form.useWatch<string>('last')
  if (!first || !last) return null
  const visits = visitsIn(engineer.visits, first, last)
  if (visits.length === 0) return <p className={css.hint}>{t('absence.free')}</p>
  return <div className={css.effect} role="status"><p className={css.warn}>{t('absence.visits', { n: visits.length })}</p><VisitList visits={visits} /></div>
}

function BookDialog({ engineer, onClose }: OfEngineer & { onClose: () => void }) {
  const t = words.useT()
  const term = useTerm()
  const today = dayOf(useNow())
  const book = useCrewWrite(
    ({ from_time, to_time, note = '', ...rest }: Values) => engineers.book(engineer.id, { ...rest, note, from_time: from_time || null, to_time: to_time || null }),
    { said: () => t('absence.booked'), undo: (done) => done.undo, onDone: onClose },
  )
  const needed = [{ required: true, message: t('required') }]
  return (
    <Modal open title={`${t('absence.book')} · ${engineer.name}`} footer={null} width={460} onCancel={onClose}>
      <Form layout="vertical" initialValues={{ kind: 'leave', first: today, last: today }} onFinish={(values: Values) => book.mutate(values)}>
        <Form.Item name="kind" label={t('absence.kind')}><Select options={kinds.map((value) => ({ value, label: term('absence', value) }))} /></Form.Item>
        <div className={css.line}>
          <Form.Item name="first" label={t('absence.first')} rules={needed}><Input type="date" /></Form.Item>
          <Form.Item name="last" label={t('absence.last')} rules={needed}><Input type="date" /></Form.Item>
        </div>
        <div className={css.line}>
          <Form.Item name="from_time" label={t('absence.from')}><Input type="time" /></Form.Item>
          <Form.Item name="to_time" label={t('absence.to')}><Input type="time" /></Form.Item>
        </div>
        <Form.Item name="note" label={t('absence.note')}><Input maxLength={200} /></Form.Item>
        <Touched engineer={engineer} />
        <Button type="submit" look="primary" disabled={book.isPending} data-testid="absence-save">{t('absence.book')}</Button>
      </Form>
    </Modal>
  )
}

function Row({ engineer, absence }: OfEngineer & { absence: Engineer['absences'][number] }) {
  const t = words.useT()
  const term = useTerm()
  const now = useNow()
  const cancel = useCrewWrite(() => engineers.cancelAbsence(engineer.id, absence.id))
  const over = Date.parse(absence.ends_at) < now
  return (
    <li data-over={over}>
      <div><b>{absence.kind ? term('absence', absence.kind) : t('absence.hidden')}</b> {absence.note}</div>
      <small>{momentOf(absence.starts_at, now)} – {momentOf(absence.ends_at, now)}</small>
      {engineer.may.roster && !over && (
        <span className={css.rowActs}>
          <Popconfirm title={t('absence.cancelAsk')} okText={t('absence.cancel')} cancelText={t('close')} onConfirm={() => cancel.mutate()}>
            <Button size="sm" look="quiet" disabled={cancel.isPending}>{t('absence.cancel')}</Button>
          </Popconfirm>
        </span>
      )}
    </li>
  )
}

/** Leave, sickness, training: ahead and of the last month. */
export function Absences({ engineer }: OfEngineer) {
  const t = words.useT()
  const [booking, setBooking] = useState(false)
  return (
    <section className={css.card}>
      {engineer.absences.length === 0 && <Empty>{t('absences.empty')}</Empty>}
      <ul className={css.papers}>{engineer.absences.map((absence) => <Row key={absence.id} engineer={engineer} absence={absence} />)}</ul>
      {engineer.may.roster && <div className={css.acts}><Button look="primary" icon={<Plus size={14} />} onClick={() => setBooking(true)} data-testid="absence-book">{t('absence.book')}</Button></div>}
      {booking && <BookDialog engineer={engineer} onClose={() => setBooking(false)} />}
    </section>
  )
}
