import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Form, Input, Select } from 'antd'
import { PhoneIncoming } from 'lucide-react'
import { useState } from 'react'
import { catalog, customers, type PopUp } from '@/api/customers'
import { type NewTicket, tickets } from '@/api/tickets'
import { Button, Card, Tag, TierBadge } from '@/kit/basics'
import { useCategoryOptions } from '@/kit/categories'
import { Empty, Failure, Read } from '@/kit/states'
import { useTerm } from '@/kit/terms'
import { momentOf, useNow } from '@/kit/time'
import css from './intake.module.css'
import { words } from './words'

const orderTypes = ['repair', 'installation', 'maintenance', 'assessment', 'inspection', 'relocation', 'recycling', 'question']
const other = 'other'

/** Who calls: customers with this number, their units, what is open, who was there last. */
function Caller({ popup }: { popup: PopUp }) {
  const t = words.useT()
  const term = useTerm()
  const now = useNow()
  const navigate = useNavigate()
  const { tickets: found = [], visits = [] } = popup.sections
  const openTickets = found.filter((ticket) => ['open', 'waiting'].includes(ticket.status))
  if (popup.customers.length === 0) return <Empty>{t('intake.unknown')}</Empty>
  return (
    <div className={css.caller}>
      {popup.customers.map((customer) => (
        <p key={customer.id} className={css.who}><b>{customer.name}</b> <TierBadge tier={customer.tier} /> {customer.elderly && <Tag tone="soon">{t('intake.elderly')}</Tag>}</p>
      ))}
      {popup.households.map((household) => <p key={household.id}>{household.address}</p>)}
      {openTickets.length > 0 && (
        <section>
          <h3>{t('intake.openTickets')}</h3>
          {openTickets.map((ticket) => (
            <button key={ticket.id} type="button" className={css.open} onClick={() => void navigate({ to: '/tickets/$id', params: { id: ticket.id } })}>
              {ticket.number} <b>{ticket.subject}</b> <Tag>{term('status', ticket.status)}</Tag>
            </button>
          ))}
          <small>{t('intake.same')}</small>
        </section>
      )}
      {visits.length > 0 && (
        <section>
          <h3>{t('intake.visits')}</h3>
          {visits.slice(0, 3).map((visit) => <p key={visit.id}>{momentOf(visit.at, now)} {[visit.engineer, visit.outcome].filter(Boolean).join(' · ')}</p>)}
        </section>
      )}
    </div>
  )
}

function SymptomField({ category }: { category: string | undefined }) {
  const t = words.useT()
  const symptoms = useQuery({ queryKey: ['symptoms', category], queryFn: () => catalog.symptoms(category ?? ''), enabled: Boolean(category), staleTime: Infinity })
  return (
    <Form.Item name="symptom" label={t('intake.symptom')}>
      <Select allowClear showSearch={{ optionFilterProp: 'label' }} disabled={!category} options={(symptoms.data ?? []).map((one) => ({ value: one.code, label: one.name }))} />
    </Form.Item>
  )
}

type Filled = NewTicket

/** The typed form as the server wants it: a known customer and his household by id, an unknown one by name, phone
 * and address. Of several who share the number the one chosen; a unit chosen stands in its own household. */
export function ticketOf(filled: Filled, phone: string, popup: PopUp | undefined): NewTicket {
  const { unit_id: chosen, customer_id: who, household_id: home, name, address, ...rest } = filled
  const known = who ?? popup?.customers[0]?.id
  const unit = chosen && chosen !== other ? { unit_id: chosen } : {}
  const household = home ?? popup?.households[0]?.id
  const at = household && !('unit_id' in unit) ? { household_id: household } : {}
  const person = known ? { customer_id: known, phone, ...at } : { name: name ?? '', phone, address: address ?? '' }
  return { ...rest, ...unit, ...person }
}

function Fields({ popup }: { popup: PopUp | undefined }) {
  const t = words.useT()
  const term = useTerm()
  const form = Form.useFormInstance<Filled>()
  const unitId = Form.useWatch('unit_id', form)
  const category = Form.useWatch('category', form)
  const unit = popup?.sections.units?.find((one) => one.id === unitId)
  const known = (popup?.customers.length ?? 0) > 0
  const categories = useCategoryOptions()
  const callers = popup?.customers.map((one) => ({ value: one.id, label: one.name })) ?? []
  const homes = popup?.households.map((one) => ({ value: one.id, label: one.address })) ?? []
  const units = popup?.sections.units?.map((one) => ({ value: one.id, label: `${one.name}${one.room ? ` · ${one.room}` : ''}` })) ?? []
  return (
    <>
      {!known && <Form.Item name="name" label={t('intake.name')} rules={[{ required: true }]}><Input maxLength={60} /></Form.Item>}
      {!known && <Form.Item name="address" label={t('intake.address')} rules={[{ required: true }]}><Input maxLength={200} /></Form.Item>}
      {callers.length > 1 && <Form.Item name="customer_id" label={t('intake.who')} initialValue={callers[0]?.value}><Select options={callers} data-testid="intake-who" /></Form.Item>}
      {units.length > 0 && <Form.Item name="unit_id" label={t('intake.unit')}><Select options={[...units, { value: other, label: t('intake.otherUnit') }]} /></Form.Item>}
      {!unit && (
        <Form.Item name="category" label={t('intake.category')} rules={[{ required: true }]}>
          <Select options={categories} />
        </Form.Item>
      )}
      {!unit && homes.length > 1 && <Form.Item name="household_id" label={t('intake.address')} initialValue={homes[0]?.value}><Select options={homes} data-testid="intake-home" /></Form.Item>}
      <SymptomField category={unit?.category ?? category} />
      <Form.Item name="text" label={t('intake.text')} rules={[{ required: true }]}><Input.TextArea autoSize={{ minRows: 3 }} maxLength={4000} data-testid="intake-text" /></Form.Item>
      <div className={css.pair}>
        <Form.Item name="order_type" label={t('intake.type')}><Select options={orderTypes.map((value) => ({ value, label: term('order_type', value) }))} /></Form.Item>
        <Form.Item name="when" label={t('intake.when')}><Input maxLength={100} /></Form.Item>
      </div>
    </>
  )
}

/** The phone rings: the number first, then the customer pops up, then only what is not known yet is asked. */
export function Intake() {
  const t = words.useT()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const [phone, setPhone] = useState('')
  const [asked, setAsked] = useState('')
  const [key] = useState(() => crypto.randomUUID())
  const popup = useQuery({ queryKey: ['customers', 'popup', asked], queryFn: () => customers.popup(asked), enabled: asked !== '' })
  const open = useMutation({
    mutationFn: (filled: Filled) => tickets.open(ticketOf(filled, phone, popup.data), key),
    onSuccess: (ticket) => {
      void message.success(ticket.number)
      void navigate({ to: '/tickets/$id', params: { id: ticket.id } })
    },
  })
  return (
    <div className={css.layout}>
      <Card title={<><PhoneIncoming size={16} /> {t('intake.title')}</>}>
        <div className={css.body}>
          <Form layout="vertical" initialValues={{ order_type: 'repair' }} onFinish={open.mutate} key={asked}>
            <Form.Item label={t('intake.phone')} required>
              <Input.Search
                autoFocus inputMode="tel" maxLength={20} value={phone} enterButton={t('intake.find')} data-testid="intake-phone"
                onChange={(event) => setPhone(event.target.value.replace(/[^\d+-]/g, ''))} onSearch={(number) => setAsked(number.trim())}
              />
            </Form.Item>
            {asked && popup.isSuccess && <Fields popup={popup.data} />}
            {open.error && <Failure error={open.error} />}
            {asked && popup.isSuccess && <Button type="submit" look="accent" size="lg" disabled={open.isPending} data-testid="intake-open">{t('intake.open')}</Button>}
          </Form>
        </div>
      </Card>
      <Card title={t('intake.known')}>
        <div className={css.body}>
          {asked ? <Read of={popup} rows={3}>{(data) => <Caller popup={data} />}</Read> : <Empty>{t('intake.waiting')}</Empty>}
        </div>
      </Card>
    </div>
  )
}
