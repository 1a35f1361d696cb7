import { Check, CircleX, Minus, Pause, Target } from 'lucide-react'
import { useState } from 'react'
import type { ClockExplained } from '@/api/tickets'
import { listed } from '@/i18n'
import { Card, Facts, Tag } from '@/kit/basics'
import { ClockChip, dueOf, leftOf, nameOf } from '@/kit/clock'
import { Empty } from '@/kit/states'
import { type Column, Table } from '@/kit/table'
import { useTerm } from '@/kit/terms'
import { hoursOf, momentOf, useNow } from '@/kit/time'
import css from './explain.module.css'
import { RefusePause } from './refuse'
import { Ruler } from './rulerview'
import { words } from './words'

/** The sum, in words: used, allowed, left, what was promised, what is due now. */
export function Sum({ explained }: { explained: ClockExplained }) {
  const t = words.useT()
  const now = useNow()
  const { clock } = explained
  const left = leftOf(clock, now)
  const due = dueOf(clock)
  const figures = [
    [t('explain.used'), hoursOf(explained.used_s), ''],
    [t('explain.allowed'), hoursOf(explained.allowed_s), ''],
    ...(clock.state === 'kept' ? [] : [[left >= 0 ? t('explain.left') : t('explain.over'), hoursOf(Math.abs(left)), left >= 0 ? 'good' : 'bad']]),
    ...(clock.told_due_at && clock.told_due_at !== due ? [[t('explain.told'), momentOf(clock.told_due_at, now), 'soon']] : []),
    ...(due ? [[t('explain.due'), momentOf(due, now), '']] : []),
    ...(explained.if_resumed_at ? [[t('explain.ifResumed'), momentOf(explained.if_resumed_at, now), '']] : []),
  ] as const
  return (
    <header className={css.sum}>
      <h2>{nameOf(clock)}</h2>
      <ClockChip clock={clock} bare />
      <dl>{figures.map(([label, value, tone]) => <div key={label} data-tone={tone}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
    </header>
  )
}

type Promised = ClockExplained['promises'][number]

const keyOf = (row: Promised) => `${row.key} ${row.told}`

/** Promises that say something about this clock first; the many that do not are folded. */
export function Promises({ explained }: { explained: ClockExplained }) {
  const t = words.useT()
  const now = useNow()
  const [open, setOpen] = useState(false)
  const binding = explained.promises.find((row) => row.binds)
  const about = explained.promises.filter((row) => row.binds || row.due_at !== null)
  const shown = open ? explained.promises : about
  const rest = explained.promises.length - about.length
  const columns: Column<Promised>[] = [
    { key: 'source', title: t('explain.source'), width: 88, cell: (row) => row.source_name },
    { key: 'said', title: t('explain.said'), cell: (row) => row.value ?? row.said },
    { key: 'due', title: t('explain.dueAt'), width: 92, align: 'right', cell: (row) => (row.due_at ? momentOf(row.due_at, now) : '—') },
    {
      key: 'result', title: t('explain.result'), width: 160,
      cell: (row) => (row.binds ? <b className={css.binds}><Target size={13} /> {t('context.binds')}</b> : row.reason.text),
    },
  ]
  return (
    <Card title={t('explain.promises')} note={t('explain.promisesNote', { n: explained.promises.length })}>
      <Table
        dense columns={columns} rows={shown} rowKey={keyOf}
        active={binding && keyOf(binding)}
      />
      {rest > 0 && <button type="button" className={css.fold} onClick={() => setOpen(!open)}>{t(open ? 'explain.fewer' : 'explain.more', { n: rest })}</button>}
    </Card>
  )
}

type Interval = ClockExplained['intervals'][number]

export function Intervals({ explained }: { explained: ClockExplained }) {
  const t = words.useT()
  const now = useNow()
  const columns: Column<Interval>[] = [
    { key: 'time', title: t('explain.time'), width: 168, cell: (row) => `${momentOf(row.start, now)} – ${momentOf(row.end, now)}` },
    { key: 'counts', title: t('explain.counts'), width: 72, cell: (row) => (row.counted ? <span className={css.yes}><Check size={13} /> {t('explain.yes')}</span> : <span className={css.no}><Minus size={13} /> {t('explain.no')}</span>) },
    { key: 'length', title: t('explain.length'), width: 64, align: 'right', cell: (row) => <span className={row.counted ? css.counted : css.no}>{hoursOf(row.seconds)}</span> },
    { key: 'why', title: t('explain.why'), cell: (row) => <>{row.why.text} {row.evidence && <small>{row.evidence}</small>}</> },
  ]
  return (
    <Card title={t('explain.intervals')} note={t('explain.intervalsNote')} actions={<b>= {hoursOf(explained.used_s)}</b>}>
      {explained.intervals.length === 0 ? <Empty>{t('explain.noIntervals')}</Empty> : <Table dense columns={columns} rows={explained.intervals} rowKey={(row) => row.start} />}
    </Card>
  )
}

type Paused = ClockExplained['pauses'][number]

function PauseCard({ pause, clockId }: { pause: Paused; clockId: string }) {
  const t = words.useT()
  const now = useNow()
  const term = useTerm()
  const evidence = listed(pause.evidence.map(({ kind = '', ...rest }) => [term('evidence', kind), ...Object.values(rest)].join(' ')))
  const rows = [
    [t('explain.evidence'), evidence || t('explain.noEvidence')],
    ...(pause.cap_at ? [[t('explain.capName'), momentOf(pause.cap_at, now)]] : []),
    ...(pause.rejected_because ? [[t('explain.rejected'), pause.rejected_because]] : []),
  ] as [string, string][]
  return (
    <Card
      {...(pause.accepted ? {} : { tone: 'bad' as const })}
      title={<>{pause.accepted ? <Pause size={15} /> : <CircleX size={15} />} {pause.reason_name} · {momentOf(pause.since, now)}{pause.until && ` – ${momentOf(pause.until, now)}`}</>}
      actions={<Tag tone={pause.accepted ? 'good' : 'bad'}>{t(pause.accepted ? 'explain.hasEvidence' : 'explain.noEvidence')}</Tag>}
    >
      <div className={css.facts}><Facts width={72} rows={rows} /></div>
      <RefusePause pause={pause} clockId={clockId} />
    </Card>
  )
}

/** Sum above, ruler, then promises, intervals, and the evidence of each pause. */
export function Explained({ explained }: { explained: ClockExplained }) {
  const t = words.useT()
  return (
    <div className={css.page}>
      <Sum explained={explained} />
      {explained.intervals.length > 0 && <Ruler explained={explained} />}
      <div className={css.two}>
        <Promises explained={explained} />
        <Intervals explained={explained} />
      </div>
      {explained.pauses.length > 0 && <div className={css.two}>{explained.pauses.map((pause) => <PauseCard key={pause.id} pause={pause} clockId={explained.clock.id} />)}</div>}
      {[...explained.doubts, ...explained.warnings].map((doubt) => <p key={doubt.code} className={css.doubt}>{doubt.text}</p>)}
      <p className={css.replayed}>{t(explained.stored_due_agrees ? 'explain.replayed' : 'explain.disagrees', { n: explained.events })}</p>
    </div>
  )
}
