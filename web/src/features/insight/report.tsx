import { ChevronDown, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { ReportFigure, ReportRow, ServiceReport } from '@/api/insight'
import { Card, Tag } from '@/kit/basics'
import { AgeBar, Attainment, type Figure, FigureRow } from '@/kit/figures'
import { Empty } from '@/kit/states'
import { type Column, Table } from '@/kit/table'
import { term } from '@/kit/terms'
import css from './report.module.css'
import { words } from './words'

type Code = 'clocks_kept' | 'backlog' | 'first_time_fix' | 'csat' | 'promises_kept'

/** 0.942 → 94.2%, 4.71 → 4.71, 1284 → 1,284: how a measure is written. */
export function written(code: string, value: number | null | undefined): string {
  if (value === null || value === undefined) return '—'
  if (code === 'csat') return value.toFixed(2)
  return code === 'backlog' ? value.toLocaleString() : `${(value * 100).toFixed(1)}%`
}

/** Near = within a twentieth of the target. A backlog is good when it is below, everything else above. */
export function standingOf(code: string, value: number | null, target: number | null): Figure['standing'] {
  if (value === null || target === null) return undefined
  const met = code === 'backlog' ? value <= target : value >= target
  if (met) return 'met'
  return Math.abs(value - target) <= Math.abs(target) * 0.05 ? 'near' : 'missed'
}

function changeOf(figure: ReportFigure): string | undefined {
  if (figure.change === null || figure.change === undefined) return undefined
  const sign = figure.change > 0 ? '+' : figure.change < 0 ? '−' : '±'
  const size = Math.abs(figure.change)
  return `${sign}${figure.code === 'csat' ? size.toFixed(2) : figure.code === 'backlog' ? size.toLocaleString() : (size * 100).toFixed(1)}`
}

export function ReportFigures({ report, onOpen }: { report: ServiceReport; onOpen: (code: string) => void }) {
  const t = words.useT()
  const name = (figure: ReportFigure) => (words.has(`figure.${figure.code}`) ? t(`figure.${figure.code as Code}`) : (figure.name ?? figure.code))
  return (
    <FigureRow
      figures={report.figures.map((figure) => ({
        name: name(figure), value: written(figure.code, figure.value), enough: figure.enough, standing: standingOf(figure.code, figure.value, figure.target),
        target: figure.target === null ? undefined : written(figure.code, figure.target), trend: figure.trend, trendTarget: figure.target, change: changeOf(figure),
        note: [figure.reply_rate !== null && figure.reply_rate !== undefined && t('reply', { rate: `${Math.round(figure.reply_rate * 100)}%` }), `n ${figure.n.toLocaleString()}`].filter(Boolean).join(' · '),
        onOpen: () => onOpen(figure.code),
      }))}
    />
  )
}

interface TreeRow extends ReportRow {
  depth: number
  children: number
}

/** The tree as rows from the top down, without what is folded. */
export function treeRows(rows: readonly ReportRow[], folded: ReadonlySet<string>): TreeRow[] {
  const ids = new Set(rows.map((row) => row.org.id))
  const under = (parent: string | null) => rows.filter((row) => (parent === null ? !row.org.parent || !ids.has(row.org.parent) : row.org.parent === parent))
  const walk = (parent: string | null, depth: number): TreeRow[] =>
    under(parent).flatMap((row) => {
      const children = under(row.org.id).length
      return [{ ...row, depth, children }, ...(folded.has(row.org.id) ? [] : walk(row.org.id, depth + 1))]
    })
  return walk(null, 0)
}

function Rate({ row, code }: { row: ReportRow; code: Code }) {
  const t = words.useT()
  const figure = row.figures[code]
  if (!figure || figure.value === null) return <span className={css.few}>—</span>
  return figure.enough ? <>{written(code, figure.value)}</> : <span className={css.few} title={`n ${figure.n}`}>{t('few')}</span>
}

function OrgCell({ row, folded, onFold }: { row: TreeRow; folded: boolean; onFold: () => void }) {
  const t = words.useT()
  return (
    <span className={css.org} style={{ paddingLeft: row.depth * 18 }}>
      {row.children > 0 ? (
        <button
          type="button" aria-label={t('fold')} aria-expanded={!folded}
          onClick={(event) => {
            event.stopPropagation()
            onFold()
          }}
        >
          {folded ? <ChevronRight size={14} /> : <ChevronDown size={14} />}
        </button>
      ) : <i />}
      {row.children > 0 ? <b>{row.org.name}</b> : row.org.name}
      {row.org.kind === 'outlet' && <Tag>{t(row.org.partner ? 'partner' : 'own')}</Tag>}
    </span>
  )
}

/** Who misses what: the organisation tree with its figures. */
export function OrgTree({ report, current, onPick }: { report: ServiceReport; current: string | undefined; onPick: (orgId: string) => void }) {
  const t = words.useT()
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const fold = (id: string) => {
    const next = new Set(folded)
    if (!next.delete(id)) next.add(id)
    setFolded(next)
  }
  const rate = (code: Code) => (row: TreeRow) => <Rate row={row} code={code} />
  const columns: Column<TreeRow>[] = [
    { key: 'org', title: t('col.org'), cell: (row) => <OrgCell row={row} folded={folded.has(row.org.id)} onFold={() => fold(row.org.id)} /> },
    { key: 'completed', title: t('col.completed'), width: 76, align: 'right', cell: (row) => row.completed.toLocaleString() },
    { key: 'kept', title: t('col.kept'), width: 76, align: 'right', cell: rate('clocks_kept') },
    { key: 'backlog', title: t('col.backlog'), width: 76, align: 'right', cell: (row) => row.backlog.toLocaleString() },
    { key: 'ages', title: t('ages'), width: 160, cell: (row) => <AgeBar parts={row.ages} />, from: 1200 },
    { key: 'fix', title: t('col.fix'), width: 84, align: 'right', cell: rate('first_time_fix') },
    { key: 'csat', title: t('col.csat'), width: 72, align: 'right', cell: rate('csat') },
    { key: 'promises', title: t('col.promises'), width: 84, align: 'right', cell: rate('promises_kept') },
  ]
  const legend = <span className={css.legend}>{([0, 1, 2, 3] as const).map((step) => <span key={step} data-step={step}>{t(`age.${step}`)}</span>)}</span>
  return (
    <Card title={t('byOrg')} note={t('byOrgNote')} actions={legend}>
      {report.tree.length === 0 ? <Empty>{t('empty')}</Empty> : (
        <Table dense columns={columns} rows={treeRows(report.tree, folded)} rowKey={(row) => row.org.id} onOpen={(row) => onPick(row.org.id)} active={current} />
      )}
    </Card>
  )
}

/** Each clock of the chosen organisation against its target. */
export function ClockAttainment({ report, title }: { report: ServiceReport; title: string }) {
  const t = words.useT()
  if (!report.clocks || report.clocks.length === 0) return null
  return (
    <Card title={title}>
      <div className={css.clocks}>
        <p>{t('clocks')}</p>
        {report.clocks.map((clock) => <Attainment key={clock.name} name={term('clock', clock.name)} value={clock.value * 100} target={Math.round(clock.target * 100)} />)}
      </div>
    </Card>
  )
}
