import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { Download } from 'lucide-react'
import { address } from '@/api/client'
import { serviceReport } from '@/api/insight'
import { tickets } from '@/api/tickets'
import { ClockAttainment, OrgTree, ReportFigures } from '@/features/insight/report'
import { words } from '@/features/insight/words'
import { Button, Card } from '@/kit/basics'
import { ClockChip } from '@/kit/clock'
import { PageTitle, ToolBar } from '@/kit/page'
import { Read } from '@/kit/states'
import { dateOf, dayOf, momentOf, useNow } from '@/kit/time'
import { type UrlState, useUrlState } from '@/kit/url'
import css from './reports.module.css'

const day = 86_400_000
const periods = [7, 14, 30] as const

function Missed({ org }: { org: string | undefined }) {
  const t = words.useT()
  const filters = { view: 'all', clock: 'breached', org }
  const list = useQuery({ queryKey: ['tickets', 'list', { ...filters, limit: '8' }], queryFn: () => tickets.list({ ...filters, limit: '8' }) })
  return (
    <Card title={t('missed')} note={list.data?.count} actions={<Link to="/tickets" search={Object.fromEntries(Object.entries(filters).filter(([, value]) => value)) as never}>{t('openMissed')}</Link>}>
      <Read of={list} rows={4} height={36}>
        {(page) => page.items.map((row) => (
          <Link key={row.id} to="/tickets/$id" params={{ id: row.id }} className={css.miss}>
            <span>{row.number}</span> {row.clock && <ClockChip clock={row.clock} />} <b>{row.subject}</b>
          </Link>
        ))}
      </Read>
    </Card>
  )
}

/** Who misses what, and why: five figures, the tree, and the cases beside it. */
export function ReportsPage() {
  const t = words.useT()
  const now = useNow()
  const navigate = useNavigate()
  const { state, change } = useUrlState()
  const length = Number(state['days'] ?? 14)
  const until = dayOf(now)
  const range = { from: dayOf(now - (length - 1) * day), to: until }
  const org = state['org']
  const report = useQuery({ queryKey: ['reports', range, org], queryFn: () => serviceReport({ ...range, org }) })
  const whole = useQuery({ queryKey: ['reports', range, undefined], queryFn: () => serviceReport(range) })
  const name = whole.data?.tree.find((row) => row.org.id === org)?.org.name ?? t('allOrgs')
  const options = periods.map((value) => ({ value, label: `${dateOf(now - (value - 1) * day)} – ${dateOf(now)}` }))
  const drill = (code: string) => {
    const search: UrlState = { view: 'all', ...(code === 'backlog' ? {} : { clock: 'breached' }), ...(org ? { org } : {}) }
    void navigate({ to: '/tickets', search: search as never })
  }
  return (
    <>
      <PageTitle><h1>{t('title')}</h1> / {name}</PageTitle>
      <ToolBar
        right={
          <>
            {report.data?.rolled_up_at && <small className={css.rolled}>{t('rolled', { at: momentOf(report.data.rolled_up_at, now) })}</small>}
            <Button icon={<Download size={14} />} onClick={() => window.location.assign(address('/reports/service/export', { ...range, org, format: 'xlsx' }))}>{t('export')}</Button>
          </>
        }
      >
        <Select value={length} options={options} prefix={t('period')} onChange={(value) => change({ days: String(value) })} />
        <Select
          value={org ?? ''} prefix={t('org')} showSearch={{ optionFilterProp: 'label' }} style={{ minWidth: 200 }} onChange={(value) => change({ org: value || undefined })}
          options={[{ value: '', label: t('allOrgs') }, ...(whole.data?.tree ?? []).map((row) => ({ value: row.org.id, label: row.org.name }))]}
        />
      </ToolBar>
      <div className={css.page}>
        <div>
          <Read of={report} rows={3} height={60}>{(data) => <ReportFigures report={data} onOpen={drill} />}</Read>
          <Read of={whole} rows={10}>{(data) => <OrgTree report={data} current={org} onPick={(id) => change({ org: id })} />}</Read>
        </div>
        <div>
          {report.data && <ClockAttainment report={report.data} title={name} />}
          <Missed org={org} />
        </div>
      </div>
    </>
  )
}
