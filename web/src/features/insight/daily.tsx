import type { ReportNode } from '@/api/insight'
import { Card } from '@/kit/basics'
import { columns } from '@/kit/figures'
import { type Column, Table } from '@/kit/table'
import { dateOf } from '@/kit/time'
import css from './report.module.css'
import { words } from './words'

const [width, height] = [720, 132]
const flows = ['opened', 'closed', 'backlog'] as const
type Flow = (typeof flows)[number]
export type DayRow = { day: string } & Record<Flow, number>

/** A node's three trends as one row per day; nothing where the report tells of fewer days. */
export function daysOf(node: ReportNode, start: string): DayRow[] {
  const [opened, closed, backlog] = flows.map((code) => node.figures.find((figure) => figure.code === code)?.trend ?? [])
  const first = Date.parse(start)
  return (backlog ?? []).map((open, index) => ({
    day: new Date(first + index * 86_400_000).toISOString().slice(0, 10), opened: opened?.[index] ?? 0, closed: closed?.[index] ?? 0, backlog: open ?? 0,
  }))
}

function Picture({ rows, label }: { rows: readonly DayRow[]; label: string }) {
  const t = words.useT()
  const shape = columns(rows.map(({ opened, closed, backlog }) => ({ bars: [opened, closed], line: backlog })), width, height)
  const every = Math.ceil(rows.length / 10)
  return (
    <svg className={css.days} viewBox={`-34 -10 ${width + 40} ${height + 32}`} role="img" aria-label={label}>
      {shape.ticks.map(({ y, value }) => (
        <g key={value}><line x1="0" x2={width} y1={y} y2={y} /><text x="-8" y={y + 4} textAnchor="end">{value}</text></g>
      ))}
      {rows.map((row, index) => (
        <g key={row.day}>
          <title>{`${dateOf(row.day)} · ${flows.map((flow) => `${t(`day.${flow}`)} ${row[flow]}`).join(' · ')}`}</title>
          <rect className={css.over} x={shape.days[index]?.x} y="0" width={shape.step} height={height} />
          {shape.days[index]?.bars.map((bar, which) => <rect key={which} data-flow={flows[which]} {...bar} />)}
          {index % every === 0 && <text x={shape.days[index]?.middle} y={height + 16} textAnchor="middle">{dateOf(row.day)}</text>}
        </g>
      ))}
      <path d={shape.path} />
      {shape.days.map(({ middle, y }) => <circle key={middle} cx={middle} cy={y} r="2.5" />)}
    </svg>
  )
}

/** What came in, what went out and what was open at its end, per day: a picture, and the same as a table. */
export function DailyChart({ node, start, action }: { node: ReportNode; start: string; action?: React.ReactNode }) {
  const t = words.useT()
  const rows = daysOf(node, start)
  const last = rows.at(-1)
  if (!last) return null
  const table: Column<DayRow>[] = [
    { key: 'day', title: t('day'), cell: (row) => dateOf(row.day) },
    ...flows.map((flow): Column<DayRow> => ({ key: flow, title: t(`day.${flow}`), width: 96, align: 'right', cell: (row) => row[flow].toLocaleString() })),
  ]
  const sum = (flow: Flow) => rows.reduce((total, row) => total + row[flow], 0)
  return (
    <Card
      title={t('daily')} note={node.name}
      actions={<><span className={css.legend} aria-hidden>{flows.map((flow) => <span key={flow} data-flow={flow}>{t(`day.${flow}`)}</span>)}</span>{action}</>}
    >
      <Picture rows={rows} label={t('daily.told', { opened: sum('opened'), closed: sum('closed'), backlog: last.backlog })} />
      <details className={css.asTable}>
        <summary>{t('daily.table')}</summary>
        <Table dense columns={table} rows={rows.toReversed()} rowKey={(row) => row.day} label={t('daily')} />
      </details>
    </Card>
  )
}
