import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { Download } from 'lucide-react'
import { address } from '@/api/client'
import { reports, type ReportSpan } from '@/api/insight'
import { DailyChart } from '@/features/insight/daily'
import { ClockBars, OrgTable, ReportFigures } from '@/features/insight/report'
import { words } from '@/features/insight/words'
import { Button, Card } from '@/kit/basics'
import { PageTitle, ToolBar } from '@/kit/page'
import { useMay } from '@/kit/session'
import { Empty, Read } from '@/kit/states'
import { useTerm } from '@/kit/terms'
import { dateOf, dayOf, useNow } from '@/kit/time'
import { useUrlState } from '@/kit/url'
import css from './reports.module.css'

const day = 86_400_000
const periods = [7, 14, 30] as const
const orderTypes = ['repair', 'installation', 'maintenance', 'assessment', 'rework', 'question'] as const

/** The cases behind a figure, beside it and not on a new page. */
function Cases({ span, measure, clock }: { span: ReportSpan; measure: string; clock: string }) {
  const t = words.useT()
  const term = useTerm()
  const may = useMay()
  const cases = useQuery({ queryKey: ['reports', 'cases', span, measure, clock], queryFn: () => reports.cases(span, measure, clock) })
  return (
    <Card title={clock ? <>{t('cases')} · {term('clock', clock)}</> : t('cases')} note={cases.data?.count} actions={may('report.export') && <a href={address('/reports/service/cases/export', { ...span, measure, clock, format: 'xlsx' })}>{t('export')}</a>}>
      <Read of={cases} rows={4} height={36} empty={[(page) => page.items.length === 0, <Empty key="e">{t('cases.none')}</Empty>]}>
        {(page) => page.items.map((row, index) => (
          <Link key={`${row.ticket_id} ${index}`} to="/tickets/$id" params={{ id: row.ticket_id }} className={css.miss}>
            <span>{row.number}</span> <b>{row.detail || row.org}</b> <small>{row.detail && row.org} {dateOf(row.day)}</small>
          </Link>
        ))}
      </Read>
    </Card>
  )
}

function useSpan(): { length: number; span: ReportSpan } {
  const now = useNow()
  const { state } = useUrlState()
  const length = Number(state['days'] ?? 14)
  const { org, order_type } = state
  return { length, span: { start: dayOf(now - (length - 1) * day), end: dayOf(now), ...(org ? { org } : {}), ...(order_type ? { order_type } : {}) } }
}

/** Who misses what, and why: five figures, the organisation, and the cases beside it. */
export function ReportsPage() {
  const t = words.useT()
  const now = useNow()
  const term = useTerm()
  const may = useMay()
  const navigate = useNavigate()
  const { state, change } = useUrlState()
  const { length, span } = useSpan()
  const measure = state['measure'] ?? 'clocks_kept'
  const report = useQuery({ queryKey: ['reports', span], queryFn: () => reports.service(span) })
  const clock = measure === 'clocks_kept' ? (state['clock'] ?? '') : ''
  const node = report.data?.nodes[0]
  const open = (code: string) => (code === 'backlog' ? void navigate({ to: '/tickets', search: { view: 'open', ...(span.org ? { org: span.org } : {}), ...(span.order_type ? { order_type: span.order_type } : {}) } as never }) : change({ measure: code, clock: undefined }))
  const options = periods.map((value) => ({ value, label: `${dateOf(now - (value - 1) * day)} – ${dateOf(now)}` }))
  const types = ['', ...orderTypes].map((value) => ({ value, label: value ? term('order_type', value) : t('type.all') }))
  return (
    <>
      <PageTitle>
        <h1>{t('title')}</h1>
        {report.data?.path.map((place) => <span key={place.id}>/ <Link to="/reports" search={{ ...state, org: place.id } as never}>{place.name}</Link></span>)}
      </PageTitle>
      <ToolBar right={may('report.export') && <Button icon={<Download size={14} />} onClick={() => window.location.assign(address('/reports/service/export', { ...span, format: 'xlsx' }))}>{t('export')}</Button>}>
        <Select value={length} options={options} prefix={t('period')} onChange={(value) => change({ days: String(value) })} />
        <Select value={span.order_type ?? ''} options={types} prefix={t('type')} popupMatchSelectWidth={false} onChange={(value) => change({ order_type: value })} data-testid="report-type" />
        {report.data && <small>{t('before', { start: dateOf(report.data.before_start), end: dateOf(report.data.before_end) })}</small>}
      </ToolBar>
      <div className={css.page}>
        <div>
          <Read of={report} rows={10}>
            {(data) => (
              <>
                {data.nodes[0] && <ReportFigures node={data.nodes[0]} company={data.company} current={measure} onOpen={open} />}
                {data.nodes[0] && <DailyChart node={data.nodes[0]} start={data.start} action={may('report.export') && <a href={address('/reports/service/days/export', { ...span, format: 'xlsx' })}>{t('export')}</a>} />}
                <OrgTable report={data} onPick={(org) => change({ org })} />
              </>
            )}
          </Read>
        </div>
        <div>
          {report.data && <ClockBars clocks={report.data.clocks} current={clock} onOpen={(name) => change({ measure: 'clocks_kept', clock: name === clock ? undefined : name })} />}
          {node && <Cases span={{ ...span, org: node.org_id }} measure={measure} clock={clock} />}
        </div>
      </div>
    </>
  )
}
