import type { ReportClock, ReportFigure, ReportNode, ServiceReport } from '@/api/insight'
import { Card, Tag } from '@/kit/basics'
import { AgeBar, Attainment, type Figure, FigureRow } from '@/kit/figures'
import { Empty } from '@/kit/states'
import { type Column, Table } from '@/kit/table'
import css from './report.module.css'
import { words } from './words'

/** 94.2 % → 94.2%, 1284 → 1,284: how a figure is written in its unit. */
export function written(unit: string, value: number | null): string {
  if (value === null) return '—'
  return unit === 'percent' ? `${value.toFixed(1)}%` : value.toLocaleString()
}

/** Near = within a twentieth of the target. Whether it is good the server knows: for a backlog less is better. */
export function standingOf({ good, value, target }: Pick<ReportFigure, 'good' | 'value' | 'target'>): Figure['standing'] {
  if (good === null || value === null || target === null) return undefined
  if (good) return 'met'
  return Math.abs(value - target) <= Math.abs(target) * 0.05 ? 'near' : 'missed'
}

export function changeOf({ change, unit }: Pick<ReportFigure, 'change' | 'unit'>): string | undefined {
  if (change === null) return undefined
  const sign = change > 0 ? '+' : change < 0 ? '−' : '±'
  return `${sign}${unit === 'percent' ? Math.abs(change).toFixed(1) : Math.abs(change).toLocaleString()}`
}

/** The figures that lead the report, in this order; the others stand in the table. */
const leading = ['clocks_kept', 'backlog', 'first_time_fix', 'csat', 'promises_kept']

export function figuresOf(node: ReportNode): ReportFigure[] {
  return leading.flatMap((code) => node.figures.find((figure) => figure.code === code) ?? [])
}

export function ReportFigures({ node, company = {}, current, onOpen }: {
  node: ReportNode
  /** The whole company's values, to hold the own ones against. */
  company?: Record<string, number>
  current?: string | undefined
  onOpen: (code: string) => void
}) {
  const t = words.useT()
  const reply = node.figures.find((figure) => figure.code === 'reply_rate')
  const note = (figure: ReportFigure) =>
    [figure.code === 'csat' && reply && t('reply', { rate: written(reply.unit, reply.value) }), company[figure.code] !== undefined && figure.unit === 'percent' && t('company', { value: written(figure.unit, company[figure.code] ?? null) }), `n ${figure.n.toLocaleString()}`].filter(Boolean).join(' · ')
  return (
    <FigureRow
      figures={figuresOf(node).map((figure) => ({
        name: figure.code === current ? <u>{figure.name}</u> : figure.name, value: written(figure.unit, figure.value), enough: figure.enough, standing: standingOf(figure),
        target: figure.target === null ? undefined : written(figure.unit, figure.target), trend: figure.trend.filter((value) => value !== null),
        trendTarget: figure.target, change: changeOf(figure), note: note(figure), onOpen: () => onOpen(figure.code),
      }))}
    />
  )
}

function Cell({ figure }: { figure: ReportFigure | undefined }) {
  const t = words.useT()
  if (!figure || figure.value === null) return <span className={css.few}>—</span>
  const change = changeOf(figure)
  const told = change && t('change', { before: written(figure.unit, figure.before), change })
  if (!figure.enough) return <span className={css.few} title={[written(figure.unit, figure.value), `n ${figure.n}`, told].filter(Boolean).join(' · ')}>{t('few')}</span>
  return <span className={css.cell}><span className={figure.good === false ? css.bad : undefined}>{written(figure.unit, figure.value)}</span>{change && <small title={told}>{change}</small>}</span>
}

/** What a column is called where its whole name has no room. */
const short = { opened: 'short.opened', closed: 'short.closed', clocks_kept: 'short.clocks_kept', urgent_answered: 'short.urgent_answered', first_time_fix: 'short.first_time_fix', csat: 'short.csat', reply_rate: 'short.reply_rate', promises_kept: 'short.promises_kept', backlog: 'short.backlog' } as const

const ageWords = ['age.0', 'age.1', 'age.2', 'age.3'] as const

/** Who misses what: the chosen place and what is below it; a row opens its own level. */
export function OrgTable({ report, onPick }: { report: ServiceReport; onPick: (orgId: string) => void }) {
  const t = words.useT()
  const shown = report.nodes[0]?.figures ?? []
  const columns: Column<ReportNode>[] = [
    {
      key: 'org', title: t('col.org'), width: 168,
      cell: (row) => <>{row === report.nodes[0] ? <b>{row.name}</b> : <span className={css.child}>{row.name}</span>} {row.kind === 'outlet' && <Tag>{t(row.partner ? 'partner' : 'own')}</Tag>}</>,
    },
    { key: 'ages', title: t('ages'), width: 84, cell: (row) => <AgeBar parts={row.ages} title={row.ages.map((n, step) => `${t(ageWords[step] ?? 'age.0')} ${n}`).join(' · ')} /> },
    ...shown.map(({ code, name }): Column<ReportNode> => ({
      key: code, title: <abbr title={name}>{code in short ? t(short[code as keyof typeof short]) : name}</abbr>, width: 74, align: 'right',
      cell: (row) => <Cell figure={row.figures.find((figure) => figure.code === code)} />,
    })),
  ]
  return (
    <Card title={t('byOrg')} note={t('byOrgNote')} actions={<span className={css.legend}>{ageWords.map((word, step) => <span key={word} data-step={step}>{t(word)}</span>)}</span>}>
      {report.nodes.length === 0 ? <Empty>{t('empty')}</Empty> : (
        <Table dense columns={columns} rows={report.nodes} rowKey={(row) => row.org_id} onOpen={(row) => onPick(row.org_id)} active={report.nodes[0]?.org_id} />
      )}
    </Card>
  )
}

/** How each clock of the place was kept, worst first; one opens its cases. */
export function ClockBars({ clocks, current, onOpen }: { clocks: readonly ReportClock[]; current: string | undefined; onOpen: (clock: string) => void }) {
  const t = words.useT()
  return (
    <Card title={t('clocks')} note={t('clocksNote')}>
      {clocks.length === 0 && <Empty>{t('empty')}</Empty>}
      {clocks.map((clock) => (
        <button key={clock.clock} type="button" className={css.clock} aria-pressed={clock.clock === current} data-enough={clock.enough} title={`n ${clock.n}`} onClick={() => onOpen(clock.clock)}>
          <Attainment name={clock.name} value={clock.value} target={clock.target} low={0} />
        </button>
      ))}
    </Card>
  )
}
