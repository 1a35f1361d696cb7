import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Phone, ShieldAlert, ShieldCheck } from 'lucide-react'
import { type TicketDetail, tickets } from '@/api/tickets'
import { Avatar, Facts, Tag, TierBadge } from '@/kit/basics'
import { ClockBar } from '@/kit/clock'
import { Block } from '@/kit/page'
import { Read } from '@/kit/states'
import { useTerm } from '@/kit/terms'
import { momentOf, shortDateOf, useNow } from '@/kit/time'
import { productOf } from '@/kit/subject'
import { words } from '../words'
import css from './detail.module.css'
import { Video } from './video'

function Who({ ticket }: { ticket: TicketDetail }) {
  const t = words.useT()
  const phone = ticket.phone ?? ticket.contacts.find((contact) => contact.phone)?.phone
  return (
    <header className={css.who}>
      <Avatar name={ticket.customer.name} size={36} />
      <div>
        <Link to="/customers/$id" params={{ id: ticket.customer.id }}><b>{ticket.customer.name}</b></Link> <TierBadge tier={ticket.customer.tier} priority={ticket.customer.priority} />
        <small>{phone}{ticket.household && ` · ${ticket.household.address}`}</small>
      </div>
      {phone && !phone.includes('*') && <a className={css.call} href={`tel:${phone}`} aria-label={t('context.call')}><Phone size={16} /></a>}
    </header>
  )
}

function Clocks({ ticket }: { ticket: TicketDetail }) {
  const t = words.useT()
  const navigate = useNavigate()
  const first = ticket.clocks[0]
  const prove = (id: string) => void navigate({ to: '/clocks/$id', params: { id }, search: { ticket: ticket.id } as never })
  return (
    <Block
      title={t('context.clocks')} note={t('context.clocksNote', { n: ticket.clocks.length })}
      action={first && <Link to="/clocks/$id" params={{ id: (ticket.clock ?? first).id }} search={{ ticket: ticket.id } as never}>{t('context.explain')} →</Link>}
    >
      {ticket.clocks.map((clock) => <ClockBar key={clock.id} clock={clock} onClick={() => prove(clock.id)} />)}
    </Block>
  )
}

function Promises({ ticket }: { ticket: TicketDetail }) {
  const t = words.useT()
  const now = useNow()
  return (
    <Block title={t('context.promises')} note={t('context.promisesNote')}>
      {ticket.promises.length === 0 && <p className={css.none}>{t('context.noPromises')}</p>}
      {ticket.promises.map((promise) => {
        const [tone, said] = promise.kept === null ? (['brand', 'context.open'] as const) : promise.kept ? (['good', 'context.keptPromise'] as const) : (['bad', 'context.broken'] as const)
        return (
          <p key={promise.id} className={css.promise} data-binds={promise.kept === null}>
            <Tag tone={tone}>{t(said)}</Tag>
            <span title={promise.what}>{promise.what} <small>{promise.by || promise.source}</small></span>
            <time>{momentOf(promise.by_when, now)}</time>
          </p>
        )
      })}
    </Block>
  )
}

function Unit({ ticket }: { ticket: TicketDetail }) {
  const t = words.useT()
  const term = useTerm()
  const { unit, coverage } = ticket
  const tone = coverage?.covered === 'out' ? 'soon' : 'good'
  return (
    <Block
      title={t('context.unit')}
      action={coverage && <Tag tone={tone} icon={<ShieldCheck size={12} />}>{term('coverage', coverage.covered)} · {term('coverage_stage', coverage.stage)}</Tag>}
    >
      {unit ? (
        <>
          <p><b>{productOf(unit.product, unit.model)}</b></p>
          <p className={css.sub}>SN {unit.serial}{unit.room && ` · ${unit.room}`}{unit.installed_on && ` · ${t('context.installed', { date: unit.installed_on })}`}</p>
        </>
      ) : <p className={css.none}>{t('context.noUnit')}</p>}
      {coverage && (
        <p className={css.sub}>
          {coverage.reason?.text}
          {coverage.visit_fee && ` · ${t('context.fee', { fee: coverage.visit_fee })}`}
        </p>
      )}
    </Block>
  )
}

function Orders({ ticket }: { ticket: TicketDetail }) {
  const t = words.useT()
  const term = useTerm()
  return (
    <Block title={t('context.orders')}>
      {ticket.orders.length === 0 && <p className={css.none}>{t('context.noOrders')}</p>}
      {ticket.orders.map((order) => (
        <Link key={order.id} to="/dispatch" search={{ order: order.id } as never} className={css.item}>
          <span>{order.number}</span>
          <b>{[order.outlet?.name, order.engineer?.name].filter(Boolean).join(' · ')}</b>
          <Tag>{term('order', order.status)}</Tag>
        </Link>
      ))}
    </Block>
  )
}

function Similar({ id }: { id: string }) {
  const t = words.useT()
  const term = useTerm()
  const similar = useQuery({ queryKey: ['tickets', 'similar', id], queryFn: () => tickets.similar(id) })
  return (
    <Block title={t('context.similar')}>
      <Read of={similar} rows={2} height={26} empty={[(all) => all.length === 0, <p key="e" className={css.none}>{t('context.noSimilar')}</p>]}>
        {(all) => all.slice(0, 5).map((one) => (
          <Link key={one.id} to="/tickets/$id" params={{ id: one.id }} className={css.item}>
            <span>{one.number}</span> <b>{one.subject}</b> <Tag tone={one.outcome ? 'good' : 'plain'}>{one.outcome ?? term('status', one.status)}</Tag>
          </Link>
        ))}
      </Read>
    </Block>
  )
}

/** The router's last word: to whom the ticket went, and every reason that was weighed. */
function Routed({ id }: { id: string }) {
  const t = words.useT()
  const now = useNow()
  const routings = useQuery({ queryKey: ['tickets', 'routings', id], queryFn: () => tickets.routings(id) })
  const last = routings.data?.at(-1)
  if (!last) return null
  const at = momentOf(last.at, now)
  return (
    <Block title={t('context.routed')} note={last.user_id ? t('context.routedTo', { name: last.name, at }) : t('context.routedQueue', { at })}>
      <ul className={css.reasons}>{last.reasons.slice(0, 6).map((reason, index) => <li key={index}>{reason.text}</li>)}</ul>
    </Block>
  )
}

/** What an agent is asked, in that order: when, promised what, covered, which unit, seen before. */
export function Context({ ticket }: { ticket: TicketDetail }) {
  const t = words.useT()
  const term = useTerm()
  const now = useNow()
  return (
    <>
      <Who ticket={ticket} />
      {ticket.safety_card && (
        <Block title={<><ShieldAlert size={14} /> {t('context.safety')}：{ticket.safety_card.title}</>}>
          {ticket.safety_card.steps.map((step) => <p key={step.title}><b>{step.title}</b> {step.detail}</p>)}
        </Block>
      )}
      <Video ticket={ticket} />
      <Clocks ticket={ticket} />
      <Promises ticket={ticket} />
      <Unit ticket={ticket} />
      <Orders ticket={ticket} />
      <Routed id={ticket.id} />
      <Similar id={ticket.id} />
      {ticket.contacts.length > 0 && (
        <Block title={t('context.people')}>
          <Facts width={64} rows={ticket.contacts.map((contact) => [term('relation', contact.relation), `${contact.name} ${contact.phone ?? ''}`] as const)} />
        </Block>
      )}
      {ticket.links.length > 0 && (
        <Block title={t('context.links')}>
          {ticket.links.map((link) => (
            <Link key={link.id} to="/tickets/$id" params={{ id: link.id }} className={css.item}><span>{link.number}</span> <b>{link.subject}</b> <Tag>{link.kind}</Tag></Link>
          ))}
        </Block>
      )}
      <Block title={t('ticket.text')} note={shortDateOf(ticket.opened_at)}><p title={momentOf(ticket.opened_at, now)}>{ticket.text}</p></Block>
    </>
  )
}
