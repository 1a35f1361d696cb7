import {
  BookUser, CalendarClock, ChartColumn, ClipboardCheck, House, type LucideIcon, PhoneCall, QrCode, Settings,
  ShieldCheck, Ticket,
} from 'lucide-react'
import type { words } from '../words'

export interface Place {
  to: string
  word: Parameters<typeof words.t>[0]
  icon: LucideIcon
  /** Any of these verbs opens it. */
  verbs: readonly string[]
  /** The second key after G. */
  key?: string
  foot?: boolean
}

/** The rail, top to bottom. A role sees what its verbs open. */
export const places: readonly Place[] = [
  { to: '/', word: 'nav.home', icon: House, verbs: ['self.use'], key: 'h' },
  { to: '/tickets', word: 'nav.tickets', icon: Ticket, verbs: ['ticket.read'], key: 't' },
  { to: '/dispatch', word: 'nav.dispatch', icon: CalendarClock, verbs: ['order.assign', 'order.offer'], key: 'd' },
  { to: '/reviews', word: 'nav.reviews', icon: ClipboardCheck, verbs: ['review.see'] },
  { to: '/revisits', word: 'nav.revisits', icon: PhoneCall, verbs: ['revisit.see'] },
  { to: '/customers', word: 'nav.customers', icon: BookUser, verbs: ['customer.see'] },
  { to: '/units', word: 'nav.units', icon: QrCode, verbs: ['unit.see'] },
  { to: '/reports', word: 'nav.reports', icon: ChartColumn, verbs: ['report.see'], key: 'r' },
  { to: '/ledger', word: 'nav.ledger', icon: ShieldCheck, verbs: ['ledger.see'], foot: true },
  { to: '/settings', word: 'nav.settings', icon: Settings, verbs: ['self.use'], foot: true },
]

export const openTo = (may: (verb: string) => boolean): Place[] => places.filter((place) => place.verbs.some(may))
