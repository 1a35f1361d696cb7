import { get } from './client'
import type { Page } from './page'
import type { Schemas } from './schemas'

export type ReportFigure = Schemas['FigureOut']
export type ReportNode = Schemas['NodeOut']
/** `nodes[0]` is the chosen place, the rest its children; `path` leads down to it. */
export type ServiceReport = Omit<Schemas['ReportOut'], 'path'> & { path: { id: string; name: string }[] }
export type ReportClock = Schemas['ClockOut']
export type ReportCase = Schemas['CaseOut']

/** Days, both counted, the place, and the order type that alone is counted. */
export interface ReportSpan {
  start: string
  end: string
  org?: string | undefined
  order_type?: string | undefined
}

export const reports = {
  service: (span: ReportSpan) => get<ServiceReport>('/reports/service', { ...span }),
  cases: (span: ReportSpan, measure: string, clock: string) => get<Page<ReportCase>>('/reports/service/cases', { ...span, measure, clock, limit: 12 }),
}
