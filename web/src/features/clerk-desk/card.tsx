import './desk.css'
import { BadgeCheck, Siren } from 'lucide-react'
import type { ReactNode } from 'react'
import type { DeskOrder } from '@/api/clerk'
import type { FieldClock } from '@/api/field'
import { inOneLine } from '@/i18n'
import { Chip, ClockChip, windowWords } from '@/kit/light'
import { useNow } from '@/kit/time'
import { useT } from './words'

/** A third of a clock left is soon. */
const clockFacts = (clock: FieldClock) => ({
  name: clock.title,
  state: clock.state,
  left: clock.remaining_s,
  soonBelow: clock.allowed_s / 3,
  why: clock.paused_reason,
})

/** One order of the outlet: what, where, what it needs, and the acts of its heap. */
export function DeskCard({ order, children }: { order: DeskOrder; children?: ReactNode }) {
  const t = useT()
  const now = useNow()
  return (
    <section className="card deskcard">
      <div className="row apart">
        <strong>{order.subject || order.number}</strong>
        {order.clock && <ClockChip clock={clockFacts(order.clock)} />}
      </div>
      <p className="second">{inOneLine(order.product, order.customer, order.number)}</p>
      {order.address && <p>{order.address}</p>}
      {order.window && <p className="second">{windowWords(order.window, now)}</p>}
      <div className="row wrap">
        {order.urgency === 'urgent' && <Chip tone="breached" icon={<Siren size={16} />}>{t('urgent')}</Chip>}
        {order.certificates.map((certificate) => (
          <Chip key={certificate} icon={<BadgeCheck size={16} />}>{t('needs', { certificate })}</Chip>
        ))}
        {order.covered && <Chip tone={order.covered === 'out' ? 'soon' : 'brand'}>{t(order.covered)}</Chip>}
        {order.engineer && <Chip>{t('engineerIs', { name: order.engineer })}</Chip>}
        {order.reason && <Chip>{order.reason.text}</Chip>}
      </div>
      {order.note && <p className="second">{order.note}</p>}
      {children && <div className="dock">{children}</div>}
    </section>
  )
}
