import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App } from 'antd'
import { House, MapPin } from 'lucide-react'
import { useState } from 'react'
import { type Customer360, customers, type Household, type UnitRow } from '@/api/customers'
import { asProblem } from '@/api/problem'
import { listed } from '@/i18n'
import { Avatar, Button, Card, Tag, TierBadge } from '@/kit/basics'
import { useMay } from '@/kit/session'
import { useTerm } from '@/kit/terms'
import { momentOf, useNow } from '@/kit/time'
import { offerUndo } from '@/kit/undo'
import css from './customers.module.css'
import { EditCustomer, EditUnit } from './edit'
import { MergeDialog } from './merge'
import { words } from './words'

function useMerging(customer: Customer360) {
  const t = words.useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const shared = {
    onError: (error: unknown) => void message.error(asProblem(error).message),
    onSettled: () => client.invalidateQueries({ queryKey: ['customers'] }),
  }
  const merge = useMutation({
    mutationFn: (into: string) => customers.merge(customer.id, into),
    onSuccess: (done) => offerUndo(t('merge.done'), done.undo),
    ...shared,
  })
  const unmerge = useMutation({ mutationFn: (alias: string) => customers.unmerge(alias), onSuccess: () => void message.success(t('unmerge.done')), ...shared })
  return { merge, unmerge }
}

export function ProfileHead({ customer }: { customer: Customer360 }) {
  const t = words.useT()
  const term = useTerm()
  const may = useMay()
  const [merging, setMerging] = useState(false)
  const [editing, setEditing] = useState(false)
  const { merge, unmerge } = useMerging(customer)
  return (
    <header className={css.head}>
      <Avatar name={customer.name} size={44} />
      <div>
        <p><b>{customer.name}</b> <TierBadge tier={customer.tier} /> <Tag>{term('kind', customer.kind)}</Tag> {customer.elderly && <Tag tone="soon">{t('elderly')}</Tag>} {customer.key_account && <Tag tone="info">{t('keyAccount')}</Tag>} {customer.butler && <Tag>{t('butler')} {customer.butler.name}</Tag>} {customer.merged.length > 0 && <Tag tone="info">{t('merged', { n: customer.merged.length })}</Tag>}</p>
        <small>{[listed(customer.phones), customer.tier_reason?.text, t('spend', { amount: customer.spend_36m })].filter(Boolean).join(' · ')}</small>
      </div>
      {may('customer.edit') && <Button onClick={() => setEditing(true)} data-testid="edit-customer">{t('edit')}</Button>}
      {editing && <EditCustomer customer={customer} onClose={() => setEditing(false)} />}
      {may('customer.merge') && customer.merged.map((alias) => <Button key={alias} onClick={() => unmerge.mutate(alias)}>{t('unmerge')}</Button>)}
      {may('customer.merge') && <Button onClick={() => setMerging(true)}>{t('merge')}…</Button>}
      {merging && <MergeDialog customer={customer} onClose={() => setMerging(false)} onPick={(into) => merge.mutate(into)} />}
    </header>
  )
}

function HouseholdCard({ household, units }: { household: Household; units: UnitRow[] }) {
  const t = words.useT()
  const term = useTerm()
  const may = useMay()
  const [editing, setEditing] = useState<string | null>(null)
  const accuracy = household.accuracy === null ? t('noPlace') : `±${household.accuracy} m`
  return (
    <Card title={<><House size={15} /> {household.address}</>} actions={<Tag icon={<MapPin size={12} />}>{t('accuracy', { accuracy })}</Tag>}>
      <div className={css.house}>
        <p>{household.relations.map((relation) => <Tag key={relation}>{term('relation', relation)}</Tag>)}</p>
        {units.map((unit) => (
          <p key={unit.id}><b>{unit.name}</b> <small>SN {unit.serial}{unit.room && ` · ${unit.room}`}</small> <Tag tone={unit.coverage.covered === 'out' ? 'soon' : 'good'}>{term('coverage', unit.coverage.covered)}</Tag>{may('unit.edit') && <Button size="sm" look="quiet" onClick={() => setEditing(unit.id)}>{t('edit')}</Button>}</p>
        ))}
        {editing && <EditUnit id={editing} onClose={() => setEditing(null)} />}
      </div>
    </Card>
  )
}

/** One person over all channels: homes and units, what is open, who was there, what was agreed to. */
export function Profile({ customer }: { customer: Customer360 }) {
  const t = words.useT()
  const term = useTerm()
  const now = useNow()
  const { units = [], tickets = [], visits = [] } = customer.sections
  const none = <p className={css.none}>{t('none')}</p>
  return (
    <div className={css.columns}>
      <div>
        {customer.households.map((household) => <HouseholdCard key={household.id} household={household} units={units.filter((unit) => unit.household_id === household.id)} />)}
        <Card title={t('consents')}>
          <div className={css.house}>
            {customer.consents.length === 0 && none}
            {customer.consents.map((consent) => (
              <p key={`${consent.purpose} ${consent.source}`}>
                {consent.purpose} <small>{consent.withdrawn_at ? t('withdrawn', { at: momentOf(consent.withdrawn_at, now) }) : consent.given_at && t('given', { at: momentOf(consent.given_at, now) })} · {consent.source}</small>
              </p>
            ))}
          </div>
        </Card>
      </div>
      <div>
        <Card title={t('tickets')} note={tickets.length}>
          {tickets.length === 0 && <div className={css.house}>{none}</div>}
          {tickets.map((ticket) => (
            <Link key={ticket.id} to="/tickets/$id" params={{ id: ticket.id }} className={css.line}>
              <span>{ticket.number}</span> <b>{ticket.subject}</b> <Tag>{term('status', ticket.status)}</Tag> <time>{momentOf(ticket.opened_at, now)}</time>
            </Link>
          ))}
        </Card>
        <Card title={t('visits')} note={visits.length}>
          {visits.length === 0 && <div className={css.house}>{none}</div>}
          {visits.map((visit) => (
            <p key={visit.id} className={css.line}><span>{visit.number}</span> <b>{visit.engineer}</b> {visit.outcome && <Tag>{visit.outcome}</Tag>} <time>{momentOf(visit.at, now)}</time></p>
          ))}
        </Card>
      </div>
    </div>
  )
}
