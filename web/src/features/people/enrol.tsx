import { useQuery } from '@tanstack/react-query'
import { Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { engineers, people } from '@/api/people'
import { Button, Segments } from '@/kit/basics'
import { useMay } from '@/kit/session'
import { useTerm } from '@/kit/terms'
import { useUrlState } from '@/kit/url'
import css from './crew.module.css'
import { words } from './crewwords'
import { HomeFields, homeOf, type HomeValues } from './home'
import { useCrewWrite, useOutlets } from './write'

export const travelModes = ['ebike', 'car', 'van', 'transit'] as const

interface Values extends HomeValues {
  user_id?: string
  name?: string
  username?: string
  password?: string
  outlet_id: string
  employee_no: string
  travel_mode: string
}

/** Somebody with an account, or a new person: account, role and engineer are one act on the screen. */
async function enrol(values: Values): Promise<string> {
  const { user_id, name = '', username = '', password = '', outlet_id, employee_no, travel_mode } = values
  const id = user_id ?? (await people.addUser({ name, username, password, role: 'engineer', org_id: outlet_id })).id
  const made = await engineers.enrol({ user_id: id, outlet_id, employee_no, travel_mode, home_address: '', ...homeOf(values) })
  return made.id
}

function KnownPerson() {
  const t = words.useT()
  const [query, setQuery] = useState('')
  const found = useQuery({ queryKey: ['people', 'users', query], queryFn: () => people.users(query) })
  const options = (found.data?.items ?? []).filter((user) => user.is_active).map((user) => ({ value: user.id, label: `${user.name} · ${user.username}` }))
  return (
    <Form.Item name="user_id" label={t('person')} rules={[{ required: true, message: t('required') }]}>
      <Select showSearch={{ filterOption: false, onSearch: setQuery }} placeholder={t('person.pick')} options={options} loading={found.isFetching} />
    </Form.Item>
  )
}

function NewPerson() {
  const t = words.useT()
  const needed = { required: true, message: t('required') }
  return (
    <>
      <div className={css.line}>
        <Form.Item name="name" label={t('person.name')} rules={[needed]}><Input maxLength={60} /></Form.Item>
        <Form.Item name="username" label={t('person.username')} rules={[needed]}><Input maxLength={60} autoComplete="off" /></Form.Item>
      </div>
      <Form.Item name="password" label={t('person.password')} rules={[{ ...needed, min: 10, max: 128 }]}><Input.Password autoComplete="new-password" /></Form.Item>
    </>
  )
}

/** Make somebody an engineer of an outlet, and open what else his file needs. */
export function EnrolDialog({ onClose }: { onClose: () => void }) {
  const t = words.useT()
  const term = useTerm()
  const may = useMay()
  const { change } = useUrlState()
  const outlets = useOutlets()
  const [kind, setKind] = useState<'known' | 'new'>(may('user.manage') ? 'new' : 'known')
  const write = useCrewWrite(enrol, {
    onDone: (engineer) => {
      onClose()
      change({ engineer, card: 'skills' })
    },
  })
  const needed = [{ required: true, message: t('required') }]
  return (
    <Modal open title={t('enrol')} footer={null} width={480} onCancel={onClose}>
      <Form layout="vertical" initialValues={{ travel_mode: 'ebike' }} onFinish={(values: Values) => write.mutate(values)}>
        {may('user.manage') && <div className={css.mode}><Segments label={t('person')} options={[{ value: 'new', label: t('person.new') }, { value: 'known', label: t('person.known') }]} value={kind} onChange={setKind} /></div>}
        {kind === 'new' ? <NewPerson /> : <KnownPerson />}
        <Form.Item name="outlet_id" label={t('fact.outlet')} rules={needed}><Select showSearch={{ optionFilterProp: 'label' }} options={outlets} /></Form.Item>
        <div className={css.line}>
          <Form.Item name="employee_no" label={t('fact.no')} rules={needed}><Input maxLength={20} /></Form.Item>
          <Form.Item name="travel_mode" label={t('fact.travel')}><Select options={travelModes.map((value) => ({ value, label: term('travel', value) }))} /></Form.Item>
        </div>
        <HomeFields />
        <Button type="submit" look="primary" disabled={write.isPending} data-testid="enrol-save">{t('enrol')}</Button>
      </Form>
    </Modal>
  )
}
