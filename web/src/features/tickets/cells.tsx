import { Globe, Megaphone, MonitorSmartphone, Phone, Plug, QrCode, ShieldAlert, Store, UserPlus } from 'lucide-react'
import type { TicketRow } from '@/api/tickets'
import { Avatar, Tag, TierBadge } from '@/kit/basics'
import { useTerm } from '@/kit/terms'
import { wordsOf } from '@/kit/subject'
import css from './tickets.module.css'
import { words } from './words'

const channels = { qr: QrCode, portal: Globe, phone: Phone, api: Plug, demo: MonitorSmartphone }

export function NumberCell({ row }: { row: TicketRow }) {
  const term = useTerm()
  const Icon = channels[row.channel as keyof typeof channels] ?? Globe
  return <span className={css.number}><Icon size={15} strokeWidth={1.75} aria-label={term('channel', row.channel)} />{row.number}</span>
}

export const CustomerCell = ({ row }: { row: TicketRow }) => (
  <span className={css.customer}><b>{row.customer.name}</b><TierBadge tier={row.customer.tier} priority={row.customer.priority} /></span>
)

/** The subject gives way; the tags behind it do not. */
export function SubjectCell({ row }: { row: TicketRow }) {
  const t = words.useT()
  return (
    <span className={css.subject}>
      <span>{wordsOf(row)} <small>{row.product}</small></span>
      {row.danger && <Tag tone="bad" icon={<ShieldAlert size={12} />}>{t('queue.safety')}</Tag>}
      {row.presses > 0 && (
        <Tag tone={row.presses > 1 ? 'bad' : 'soon'} icon={<Megaphone size={12} />} title={t('queue.pressed', { n: row.presses })}>{row.presses}</Tag>
      )}
    </span>
  )
}

export function OwnerCell({ row }: { row: TicketRow }) {
  const t = words.useT()
  if (!row.assignee) return <span className={css.nobody}><UserPlus size={15} strokeWidth={1.75} aria-hidden />{t('queue.unassigned')}</span>
  const outlet = row.assignee.name.endsWith('网点') || row.assignee.name.endsWith('服务点')
  return (
    <span className={css.owner}>
      {outlet ? <Store size={15} strokeWidth={1.75} aria-hidden /> : <Avatar name={row.assignee.name} size={22} />}
      <span>{row.assignee.name}</span>
    </span>
  )
}
