import { get } from './client'
import type { Clock, TicketRow } from './tickets'

export interface ReportFigure {
  code: string
  name?: string
  value: number | null
  target: number | null
  n: number
  enough: boolean
  trend: number[]
  change?: number | null
  reply_rate?: number | null
}

export interface ReportRow {
  org: { id: string; name: string; kind: string; partner: boolean; parent: string | null }
  completed: number
  backlog: number
  ages: number[]
  figures: Record<string, { value: number | null; n: number; enough: boolean }>
}

export interface ServiceReport {
  figures: ReportFigure[]
  tree: ReportRow[]
  clocks?: { name: string; value: number; target: number; n: number }[]
  rolled_up_at: string | null
}

export interface HomeBoard {
  next: (TicketRow & { text: string }) | null
  board: (TicketRow & { promise?: string | null; waiting?: string | null })[]
  figures: ReportFigure[]
  promises?: { id: string; ticket_id: string; customer: string; what: string; by_when: string }[]
  missed?: (TicketRow & { clock: Clock })[]
}

export const serviceReport = (filters: Record<string, string | undefined>) => get<ServiceReport>('/reports/service', filters)
export const homeBoard = () => get<HomeBoard>('/home')
