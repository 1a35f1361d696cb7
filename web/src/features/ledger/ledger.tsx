import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Bot, Check, CircleUser, Cog, EyeOff, type LucideIcon, RefreshCw, ShieldAlert, ShieldCheck, Smartphone, User } from 'lucide-react'
import { ledger, type LedgerEvent, type LedgerState, type Verification } from '@/api/ledger'
import { inOneLine, joined } from '@/i18n'
import { Button, Card, Facts, Tag } from '@/kit/basics'
import { useMay } from '@/kit/session'
import { Empty, Failure, Read } from '@/kit/states'
import { type Column, Table } from '@/kit/table'
import { exact, momentOf, secondOf, spanOf, useNow } from '@/kit/time'
import css from './ledger.module.css'
import { words } from './words'

const faces: Record<string, LucideIcon> = { person: User, customer: CircleUser, device: Smartphone, ai: Bot, system: Cog }
const lateFrom = 60

function Verdict({ state, verdict }: { state: LedgerState; verdict: Verification | undefined }) {
  const t = words.useT()
  const now = useNow()
  const good = verdict ? verdict.ok : state.anchor_ok
  const title = verdict ? (verdict.ok ? t('state.ok') : t('state.bad', { position: verdict.first_bad ?? '?' })) : t(state.anchor_ok ? 'state.sealed' : 'state.unanchored')
  const told = [verdict && t('state.checked', { n: verdict.checked.toLocaleString() }), verdict?.why, t('state.head', { head: state.head.toLocaleString(), sealed: state.sealed_to.toLocaleString(), waiting: state.waiting }), state.sealed_at && t('state.sealedAt', { at: momentOf(state.sealed_at, now) })]
  return (
    <>
      <span className={css.shield} data-good={good}>{good ? <ShieldCheck size={22} /> : <ShieldAlert size={22} />}</span>
      <div>
        <h2>{title}</h2>
        <p>{told.filter(Boolean).join(' · ')}</p>
      </div>
    </>
  )
}

/** The state of the seal in words first. */
export function SealState() {
  const t = words.useT()
  const may = useMay()
  const client = useQueryClient()
  const state = useQuery({ queryKey: ['ledger', 'state'], queryFn: ledger.state })
  const verify = useMutation({ mutationFn: ledger.verify, onSettled: () => client.invalidateQueries({ queryKey: ['ledger'] }) })
  return (
    <section className={css.state}>
      <Read of={state} rows={1}>{(data) => <Verdict state={data} verdict={verify.data} />}</Read>
      <span className={css.grow} />
      {verify.error && <Failure error={verify.error} />}
      {may('ledger.verify') && <Button icon={<RefreshCw size={14} />} disabled={verify.isPending} data-testid="verify" onClick={() => verify.mutate()}>{t('verify')}</Button>}
    </section>
  )
}

/** The event's name in words; a label made for its values ends where they would begin. */
export const titleOf = (label: string): string => label.replace(/[：:，, ]*\{.*$/, '')

const isTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/

/** A moment as the place's clock shows it, anything else as it is. */
const shownOf = (value: string): string => (isTime.test(value) ? exact(value) : value)

/** The payload in one line: what differs from event to event, in words. */
export const gist = (told: LedgerEvent['told']): string =>
  joined(told.map(({ name, label, value }) => (name === 'text' ? `“${value}”` : `${label} ${shownOf(value)}`)))

/** The same as recorded: the codes behind the words. */
const rawOf = (told: LedgerEvent['told']): string | undefined =>
  told.filter(({ raw }) => raw).map(({ name, raw }) => `${name}=${raw}`).join(' ') || undefined

function Who({ event }: { event: LedgerEvent }) {
  const t = words.useT()
  const Icon = faces[event.actor_kind] ?? Cog
  const kind = `actor.${event.actor_kind}`
  const assurance = `assurance.${event.assurance}`
  return (
    <span className={css.who}>
      <Icon size={15} strokeWidth={1.75} aria-hidden />
      <span title={event.actor_id ?? undefined}>{event.actor_name || (words.has(kind) ? t(kind) : event.actor_kind)}</span>
      <small>{words.has(assurance) ? t(assurance) : event.assurance}</small>
    </span>
  )
}

export function EventList({ filters, current, onPick, sealedTo }: { filters: Record<string, string | undefined>; current: string | undefined; onPick: (event: LedgerEvent) => void; sealedTo: number }) {
  const t = words.useT()
  const now = useNow()
  const reading = useInfiniteQuery({
    queryKey: ['ledger', 'events', filters],
    queryFn: ({ pageParam }) => ledger.events({ ...filters, limit: '60', cursor: pageParam }),
    initialPageParam: '', getNextPageParam: (page) => page.next ?? undefined, placeholderData: keepPreviousData,
  })
  const rows = reading.data?.pages.flatMap((page) => page.items)
  const columns: Column<LedgerEvent>[] = [
    { key: 'position', title: t('col.position'), width: 84, cell: (row) => (filters['case'] ? row.case_seq : (row.position?.toLocaleString() ?? '—')) },
    { key: 'at', title: t('col.at'), width: 108, cell: (row) => <span title={exact(row.occurred_at)}>{momentOf(row.occurred_at, now)}:{secondOf(row.occurred_at).slice(-2)}</span> },
    { key: 'who', title: t('col.who'), width: 170, cell: (row) => <Who event={row} /> },
    { key: 'event', title: t('col.event'), width: 180, cell: (row) => <b>{titleOf(row.label)}</b> },
    { key: 'content', title: t('col.content'), cell: (row) => <>{row.redacted.length > 0 && <Tag icon={<EyeOff size={12} />}>{t('detail.personal')}</Tag>} <span title={rawOf(row.told)}>{gist(row.told)}</span></> },
    { key: 'seal', title: t('col.seal'), width: 84, align: 'right', cell: (row) => (row.position !== null && row.position <= sealedTo ? <Check size={14} className={css.sealed} /> : <small>{t('pending')}</small>) },
  ]
  return (
    <>
      <Read of={{ ...reading, data: rows }} rows={14} height={34} empty={[(all) => all.length === 0, <Empty key="e">{t('empty')}</Empty>]}>
        {(all) => <Table dense columns={columns} rows={all} rowKey={(row) => row.id} onOpen={onPick} active={current} />}
      </Read>
      {reading.hasNextPage && <div className={css.more}><Button onClick={() => void reading.fetchNextPage()}>＋ 60</Button></div>}
    </>
  )
}

const short = (hash: string) => `${hash.slice(0, 4)} ${hash.slice(4, 8)} ${hash.slice(8, 12)} … ${hash.slice(-4)}`

function ProofSteps({ position }: { position: number }) {
  const t = words.useT()
  const proof = useQuery({ queryKey: ['ledger', 'proof', position], queryFn: () => ledger.proof(position) })
  return (
    <Card title={t('proof.title')} actions={proof.data && <Tag tone={proof.data.sealed_by ? 'good' : 'soon'}>{t(proof.data.sealed_by ? 'proof.ok' : 'proof.wait')}</Tag>}>
      <Read of={proof} rows={3}>
        {(data) => (
          <ol className={css.steps}>
            <li>{t('proof.chain')}<code>{short(data.chain)}</code></li>
            <li>{t('proof.before')}<code>{short(data.before)}</code></li>
            {data.sealed_by !== null && data.seal_chain ? (
              <li>{t('proof.seal', { n: data.sealed_by.toLocaleString() })}<code>{short(data.seal_chain)}{data.sealed_at && ` · ${exact(data.sealed_at)}`}</code></li>
            ) : <li data-open>{t('proof.noSeal')}</li>}
          </ol>
        )}
      </Read>
    </Card>
  )
}

/** One event: who and for whom, when it happened and was recorded, what it says, and its proof. */
export function EventPanel({ event, onCase }: { event: LedgerEvent; onCase: (caseId: string) => void }) {
  const t = words.useT()
  const lag = (Date.parse(event.recorded_at) - Date.parse(event.occurred_at)) / 1000
  const recorded = inOneLine(exact(event.recorded_at), event.position !== null && t('detail.position', { n: event.position.toLocaleString() }))
  const told = new Map(event.told.map((field) => [field.name, field]))
  const payload = Object.entries(event.payload).map(([name, value]) => {
    const field = told.get(name)
    const plain = typeof value === 'object' ? JSON.stringify(value) : shownOf(String(value))
    const shown = field?.raw ? <>{field.value} <code>{field.raw}</code></> : plain
    return [<span key="n" title={name}>{field?.label ?? name}</span>, event.redacted.includes(name) ? t('detail.personal') : shown] as const
  })
  return (
    <div className={css.panel}>
      <h2>#{event.case_seq} {titleOf(event.label)} <Tag>{event.name}</Tag></h2>
      <Card>
        <div className={css.pad}>
          <Facts
            rows={[
              [t('detail.who'), <Who key="w" event={event} />], [t('detail.behalf'), event.on_behalf_of ?? t('detail.self')], [t('detail.happened'), exact(event.occurred_at)],
              [t('detail.recorded'), <>{recorded} {event.actor_kind === 'device' && lag > lateFrom && <Tag tone="soon">{t('late', { span: spanOf(lag) })}</Tag>}</>], [t('detail.subject'), `${event.subject_type} ${event.subject_id}`],
            ]}
          />
          <Button size="sm" onClick={() => onCase(event.case_id)}>{t('detail.case')}</Button>
        </div>
      </Card>
      <Card title={t('detail.content')}><div className={css.pad}><Facts width={120} rows={payload} /></div></Card>
      {event.position !== null && <ProofSteps position={event.position} />}
    </div>
  )
}
