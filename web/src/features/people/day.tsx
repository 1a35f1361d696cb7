import { Checkbox, Form, Input, Modal } from 'antd'
import { type CrewDay, engineers } from '@/api/people'
import { Button } from '@/kit/basics'
import { dateOf, weekdayOf } from '@/kit/time'
import css from './crew.module.css'
import { words } from './crewwords'
import { clockOf } from './roster'
import { useCrewWrite } from './write'

interface Values {
  start: string
  end: string
  lunch: boolean
  lunch_start: string
  lunch_end: string
}

const usual: Values = { start: '08:00', end: '17:30', lunch: true, lunch_start: '12:00', lunch_end: '13:00' }

const valuesOf = (day: CrewDay): Values =>
  day.start
    ? { start: clockOf(day.start), end: clockOf(day.end), lunch: Boolean(day.lunch_start), lunch_start: clockOf(day.lunch_start) || usual.lunch_start, lunch_end: clockOf(day.lunch_end) || usual.lunch_end }
    : usual

/** One day of one engineer: other hours, or off. Visits on it stay and are told before. */
export function DayDialog({ id, name, day, onClose }: { id: string; name: string; day: CrewDay; onClose: () => void }) {
  const t = words.useT()
  const [form] = Form.useForm<Values>()
  const lunch = Form.useWatch('lunch', form)
  const days = { engineer_ids: [id], first: day.day, last: day.day, weekdays: [0, 1, 2, 3, 4, 5, 6], check: false }
  const told = { undo: (done: { undo: string | null }) => done.undo, onDone: onClose }
  const plan = useCrewWrite(
    ({ lunch: has, lunch_start, lunch_end, start, end }: Values) => engineers.plan({ ...days, start, end, lunch_start: has ? lunch_start : null, lunch_end: has ? lunch_end : null }),
    { ...told, said: (done) => t('plan.donePlan', { n: done.shifts }) },
  )
  const take = useCrewWrite(() => engineers.take(days), { ...told, said: (done) => t('plan.doneTake', { n: done.shifts }) })
  const at = `${day.day}T12:00:00+08:00`
  const busy = plan.isPending || take.isPending
  return (
    <Modal open title={t('day.title', { name, day: `${dateOf(at)} ${weekdayOf(at)}` })} footer={null} width={420} onCancel={onClose}>
      {day.visits > 0 && <p className={css.warn}>{t('shifts.visits', { n: day.visits })}</p>}
      <Form form={form} layout="vertical" initialValues={valuesOf(day)} onFinish={(values) => plan.mutate(values)}>
        <div className={css.line}>
          <Form.Item name="start" label={t('plan.start')} rules={[{ required: true, message: t('required') }]}><Input type="time" autoFocus /></Form.Item>
          <Form.Item name="end" label={t('plan.end')} rules={[{ required: true, message: t('required') }]}><Input type="time" /></Form.Item>
        </div>
        <Form.Item name="lunch" valuePropName="checked"><Checkbox>{t('plan.lunch')}</Checkbox></Form.Item>
        {lunch && (
          <div className={css.line}>
            <Form.Item name="lunch_start" label={t('plan.start')}><Input type="time" /></Form.Item>
            <Form.Item name="lunch_end" label={t('plan.end')}><Input type="time" /></Form.Item>
          </div>
        )}
        <div className={css.acts}>
          <Button type="submit" look="primary" disabled={busy} data-testid="day-save">{t('save')}</Button>
          {day.start && <Button look="danger" disabled={busy} onClick={() => take.mutate()}>{t('day.take')}</Button>}
        </div>
      </Form>
    </Modal>
  )
}
