import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App } from 'antd'
import { House, MapPin } from 'lucide-react'
import { useState } from 'react'
import { type Customer360, customers, type Household } from '@/api/customers'
import { asProblem } from '@/api/problem'
import { Avatar, Button, Card, Tag, TierBadge } from '@/kit/basics'
import { useTerm } from '@/kit/terms'
import { momentOf, useNow } from '@/kit/time'
import { offerUndo } from '@/kit/undo'
import css from './customers.module.css'
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
    onSuccess: (done) => (done?.undo ? offerUndo(t('merge.done'), done.undo.token) : void message.success(t('merge.done'))),
    ...shared,
  })
  const unmerge = useMutation({ mutationFn: () => customers.unmerge(customer.id), onSuccess: () => void message.success(t('unmerge.done')), ...shared })
  return { merge, unmerge }
}

export function ProfileHead({ customer }: { customer: Customer360 }) {
  const t = words.useT()
  const term = useTerm()
  const [merging, setMerging] = useState(false)
  const { merge, unmerge } = useMerging(customer)
  return (
    <header className={css.head}>
      <Avatar name={customer.name} size={44} />
      <div>
        <p><b>{customer.name}</b> <TierBadge tier={customer.tier} /> <Tag>{term('kind', customer.kind)}</Tag> {customer.elderly && <Tag tone="soon">{t('elderly')}</Tag>} {customer.merged_into && <Tag tone="info">{t('merged')}</Tag>}</p>
        <small>{[customer.phone, customer.tier_reason, customer.spend_36m && t('spend', { amount: customer.spend_36m })].filter(Boolean).join(' · ')}</small>
      </div>
      {customer.merged_into ? <Button onClick={() => unmerge.mutate()}>{t('unmerge')}</Button> : <Button onClick={() => setMerging(true)}>{t('merge')}…</Button>}
      {merging && <MergeDialog customer={customer} onClose={() => setMerging(false)} onPick={(into) => merge.mutate(into)} />}
    </header>
  )
}

function HouseholdCard({ household }: { household: Household }) {
  const t = words.useT()
  const term = useTerm()
  return (
    <Card title={<><House size={15} /> {household.address}</>} actions={<Tag icon={<MapPin size={12} />}>{t('accuracy', { accuracy: household.accuracy })}</Tag>}>
      <div className={css.house}>
        {household.contacts.map((contact) => <p key={contact.id}><Tag>{term('relation', contact.relation)}</Tag> {contact.name} {contact.phone}</p>)}
        {household.units.map((unit) => <p key={unit.id}><b>{unit.product} {unit.model}</b> <small>SN {unit.serial}{unit.room && ` · ${unit.room}`}</small></p>)}
      </div>
    </Card>
  )
}

/** One person over all channels: homes and units, what is open, who was there, what was agreed to. */
export function Profile({ customer }: { customer: Customer360 }) {
  const t = words.useT()
  const term = useTerm()
  const now = useNow()
  const none = <p className={css.none}>{t('none')}</p>
  return (
    <div className={css.columns}>
      <div>
        {customer.households.map((household) => <HouseholdCard key={household.id} household={household} />)}
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
        <Card title={t('tickets')} note={customer.tickets.length}>
          {customer.tickets.length === 0 && <div className={css.house}>{none}</div>}
          {customer.tickets.map((ticket) => (
            <Link key={ticket.id} to="/tickets/$id" params={{ id: ticket.id }} className={css.line}>
              <span>{ticket.number}</span> <b>{ticket.subject}</b> <Tag>{term('status', ticket.status)}</Tag> <time>{momentOf(ticket.opened_at, now)}</time>
            </Link>
          ))}
        </Card>
        <Card title={t('visits')} note={customer.visits.length}>
          {customer.visits.length === 0 && <div className={css.house}>{none}</div>}
          {customer.visits.map((visit) => (
            <p key={visit.id} className={css.line}><span>{visit.order_number}</span> <b>{visit.engineer}</b> <Tag>{visit.outcome}</Tag> <time>{momentOf(visit.at, now)}</time></p>
          ))}
        </Card>
      </div>
    </div>
  )
}
