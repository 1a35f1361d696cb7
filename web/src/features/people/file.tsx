import { Form, Modal } from 'antd'
import { useState } from 'react'
import { type Engineer, engineers } from '@/api/people'
import { Button, Facts } from '@/kit/basics'
import { EditDialog, type EditField, type Values } from '@/kit/edit'
import { useTerm } from '@/kit/terms'
import { useQueryClient } from '@tanstack/react-query'
import css from './crew.module.css'
import { distanceOf, words } from './crewwords'
import type { OfEngineer } from './engineer'
import { travelModes } from './enrol'
import { HomeFields, homeOf, type HomeValues } from './home'
import { VisitList } from './visits'
import { useCrewWrite, useOutlets } from './write'

const read = (row: Engineer): Values => ({ employee_no: row.employee_no, outlet_id: row.outlet_id, travel_mode: row.travel_mode })

function EditFile({ engineer, onClose }: OfEngineer & { onClose: () => void }) {
  const t = words.useT()
  const term = useTerm()
  const client = useQueryClient()
  const fields: EditField[] = [
    { name: 'employee_no', label: t('fact.no'), kind: 'text' },
    { name: 'outlet_id', label: t('fact.outlet'), kind: 'choice', options: useOutlets() },
    { name: 'travel_mode', label: t('fact.travel'), kind: 'choice', options: travelModes.map((value) => ({ value, label: term('travel', value) })) },
  ]
  return (
    <EditDialog
      title={`${t('edit')} · ${engineer.name}`} fields={fields} row={engineer} read={read} onClose={onClose}
      save={(changes, version) => engineers.change(engineer.id, changes as Record<string, string>, version)}
      onSaved={() => void client.invalidateQueries({ queryKey: ['people'] })}
    />
  )
}

function HomeDialog({ engineer, onClose }: OfEngineer & { onClose: () => void }) {
  const t = words.useT()
  const write = useCrewWrite((values: HomeValues) => engineers.change(engineer.id, homeOf(values), engineer.version), { onDone: onClose })
  const known: HomeValues = engineer.home?.accuracy ? { home_address: engineer.home.area.replaceAll('/', '') } : { lng: engineer.home?.lng ?? null, lat: engineer.home?.lat ?? null }
  return (
    <Modal open title={t('home.change')} footer={null} width={460} onCancel={onClose}>
      <Form layout="vertical" initialValues={known} onFinish={(values: HomeValues) => write.mutate(values)}>
        <HomeFields />
        <div className={css.acts}>
          <Button type="submit" look="primary" disabled={write.isPending}>{t('save')}</Button>
          {engineer.home && <Button look="quiet" disabled={write.isPending} onClick={() => write.mutate({})}>{t('home.remove')}</Button>}
        </div>
      </Form>
    </Modal>
  )
}

function EndDialog({ engineer, onClose }: OfEngineer & { onClose: () => void }) {
  const t = words.useT()
  const end = useCrewWrite(() => engineers.end(engineer.id), { said: () => t('end.done'), onDone: onClose })
  const open = engineer.visits.length
  return (
    <Modal open title={t('end.title', { name: engineer.name })} footer={null} width={460} onCancel={onClose}>
      <p>{t('end.text')}</p>
      {open > 0 && <><p className={css.warn}>{t('end.visits', { n: open })}</p><VisitList visits={engineer.visits} /></>}
      <div className={css.acts}><Button look="danger" disabled={open > 0 || end.isPending} onClick={() => end.mutate()} data-testid="end-go">{t('end')}</Button></div>
    </Modal>
  )
}

function Home({ engineer }: OfEngineer) {
  const t = words.useT()
  const { home, may } = engineer
  if (!home) return <span className={css.faint}>{t(may.manage ? 'home.none' : 'home.hidden')}</span>
  if (home.accuracy === null) return <>{home.lng.toFixed(5)}, {home.lat.toFixed(5)} <small className={css.faint}>{t('home.exact')}</small></>
  return <>{home.area.replaceAll('/', ' ')} <small className={css.faint}>{t('home.accuracy', { distance: distanceOf(home.accuracy) })}</small></>
}

/** Number, outlet, ways and home; who leaves. */
export function File({ engineer }: OfEngineer) {
  const t = words.useT()
  const term = useTerm()
  const [open, setOpen] = useState<'edit' | 'home' | 'end' | null>(null)
  const { employee_no, outlet_id, travel_mode } = engineer
  const back = useCrewWrite(() => engineers.enrol({ user_id: engineer.id, outlet_id, employee_no, travel_mode, home_address: '' }))
  const close = () => setOpen(null)
  return (
    <section className={css.card}>
      <Facts
        width={96}
        rows={[
          [t('fact.no'), engineer.employee_no], [t('fact.outlet'), engineer.outlet], [t('fact.travel'), term('travel', engineer.travel_mode)],
          [t('fact.home'), <Home key="h" engineer={engineer} />], [t('fact.account'), engineer.username], [t('fact.phone'), engineer.phone || '—'],
          [t('fact.visits'), engineer.visits.length === 0 ? '0' : <VisitList key="v" visits={engineer.visits} />],
        ]}
      />
      {engineer.may.manage && (
        <div className={css.acts}>
          <Button onClick={() => setOpen('edit')}>{t('edit')}</Button>
          <Button onClick={() => setOpen('home')}>{t('home.change')}</Button>
          <span className={css.grow} />
          <Button look="danger" onClick={() => setOpen('end')} data-testid="end">{t('end')}</Button>
        </div>
      )}
      {!engineer.active && <div className={css.acts}><Button disabled={back.isPending} onClick={() => back.mutate()}>{t('back')}</Button></div>}
      {open === 'edit' && <EditFile engineer={engineer} onClose={close} />}
      {open === 'home' && <HomeDialog engineer={engineer} onClose={close} />}
      {open === 'end' && <EndDialog engineer={engineer} onClose={close} />}
    </section>
  )
}
