import { useMutation } from '@tanstack/react-query'
import { Checkbox, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { type Days, engineers, type Planned, type Shifts } from '@/api/people'
import { Button, Segments } from '@/kit/basics'
import { Failure } from '@/kit/states'
import { dayOf, useNow, weekdayOf } from '@/kit/time'
import css from './crew.module.css'
import { words } from './crewwords'
import { addDays, mondayOf } from './roster'
import { VisitList } from './visits'
import { useCrewWrite } from './write'

export type PlanMode = 'plan' | 'take'

interface Values {
  first: string
  last: string
  weekdays: number[]
  start: string
  end: string
  lunch: boolean
  lunch_start: string
  lunch_end: string
}

const chunk = 100

/** Monday … Sunday in the reader's language, 0 to 6. */
function useWeekdays() {
  const monday = mondayOf('2026-07-13')
  return Array.from({ length: 7 }, (_, n) => ({ value: n, label: weekdayOf(`${addDays(monday, n)}T12:00:00+08:00`) }))
}

/** What was or would be planned; `undo`: what takes each part back. */
type Told = Omit<Planned, 'undo'> & { undo: string[] }

/** The server takes a hundred engineers at a time; what it says of each part is one answer here. */
async function send(ids: readonly string[], mode: PlanMode, values: Values, check: boolean): Promise<Told> {
  const days = { first: values.first, last: values.last, weekdays: values.weekdays, check }
  const lunch = values.lunch ? { lunch_start: values.lunch_start, lunch_end: values.lunch_end } : { lunch_start: null, lunch_end: null }
  const told: Told = { shifts: 0, replaced: 0, engineers: 0, outside: [], undo: [] }
  for (let at = 0; at < ids.length; at += chunk) {
    const wanted: Days = { ...days, engineer_ids: ids.slice(at, at + chunk) }
    const shifts: Shifts = { ...wanted, start: values.start, end: values.end, ...lunch }
    const part = mode === 'plan' ? await engineers.plan(shifts) : await engineers.take(wanted)
    told.shifts += part.shifts
    told.replaced += part.replaced
    told.engineers += part.engineers
    told.outside.push(...part.outside)
    if (part.undo) told.undo.push(part.undo)
  }
  return told
}

function HoursFields() {
  const t = words.useT()
  const lunch = Form.useWatch<boolean>('lunch')
  return (
    <div className={css.line}>
      <Form.Item name="start" label={t('plan.start')} rules={[{ required: true, message: t('required') }]}><Input type="time" /></Form.Item>
      <Form.Item name="end" label={t('plan.end')} rules={[{ required: true, message: t('required') }]}><Input type="time" /></Form.Item>
      <Form.Item name="lunch" label={t('plan.lunch')} valuePropName="checked"><Checkbox /></Form.Item>
      {lunch && <Form.Item name="lunch_start" label={t('plan.start')} rules={[{ required: true, message: t('required') }]}><Input type="time" /></Form.Item>}
      {lunch && <Form.Item name="lunch_end" label={t('plan.end')} rules={[{ required: true, message: t('required') }]}><Input type="time" /></Form.Item>}
    </div>
  )
}

function Effect({ mode, told }: { mode: PlanMode; told: Told }) {
  const t = words.useT()
  return (
    <div className={css.effect} role="status" data-testid="plan-effect">
      <b>{t(mode === 'plan' ? 'plan.wouldPlan' : 'plan.wouldTake', { shifts: told.shifts, engineers: told.engineers, replaced: told.replaced })}</b>
      {told.outside.length === 0 ? <p>{t('plan.fits')}</p> : <><p className={css.warn}>{t('plan.outside', { n: told.outside.length })}</p><VisitList visits={told.outside} /></>}
    </div>
  )
}

/** Dates × weekdays × hours for one or many engineers: first what would be, then the act. */
export function PlanDialog({ ids, name, mode: wanted, day, onClose, onDone = onClose }: { ids: readonly string[]; name?: string; mode: PlanMode; day?: string; onClose: () => void; onDone?: () => void }) {
  const t = words.useT()
  const [form] = Form.useForm<Values>()
  const [mode, setMode] = useState(wanted)
  const today = dayOf(useNow())
  const tried = useMutation({ mutationFn: (values: Values) => send(ids, mode, values, true) })
  const act = useCrewWrite((values: Values) => send(ids, mode, values, false), {
    said: (told) => t(mode === 'plan' ? 'plan.donePlan' : 'plan.doneTake', { n: told.shifts }), undo: (told) => told.undo, onDone,
  })
  const first = day ?? today
  const initial: Values = { first, last: day ?? addDays(today, 27), weekdays: day ? [0, 1, 2, 3, 4, 5, 6] : [0, 1, 2, 3, 4, 5], start: '08:00', end: '17:30', lunch: true, lunch_start: '12:00', lunch_end: '13:00' }
  const needed = [{ required: true, message: t('required') }]
  return (
    <Modal open title={name ? t('plan.one', { name }) : t('plan.title', { n: ids.length })} footer={null} width={520} onCancel={onClose}>
      <Form form={form} layout="vertical" initialValues={initial} onValuesChange={() => tried.reset()} onFinish={(values) => (tried.data ? act.mutate(values) : tried.mutate(values))}>
        <div className={css.mode}><Segments label={t('plan.mode')} options={[{ value: 'plan', label: t('plan') }, { value: 'take', label: t('takeOff') }]} value={mode} onChange={(next) => { setMode(next); tried.reset() }} /></div>
        <div className={css.line}>
          <Form.Item name="first" label={t('plan.first')} rules={needed}><Input type="date" min={today} /></Form.Item>
          <Form.Item name="last" label={t('plan.last')} rules={needed}><Input type="date" min={today} /></Form.Item>
        </div>
        <Form.Item name="weekdays" label={t('plan.weekdays')} rules={needed}><Checkbox.Group options={useWeekdays()} /></Form.Item>
        {mode === 'plan' && <HoursFields />}
        {tried.error && <Failure error={tried.error} />}
        {tried.data && <Effect mode={mode} told={tried.data} />}
        <Button type="submit" look={tried.data ? (mode === 'plan' ? 'primary' : 'danger') : 'plain'} disabled={tried.isPending || act.isPending} data-testid="plan-go">
          {tried.data ? t(mode === 'plan' ? 'plan' : 'takeOff') : t('plan.try')}
        </Button>
      </Form>
    </Modal>
  )
}
