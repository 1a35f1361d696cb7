import { useQuery } from '@tanstack/react-query'
import { Store } from 'lucide-react'
import { orders, type OrderRow } from '@/api/fieldwork'
import { joined } from '@/i18n'
import { Button, Tag } from '@/kit/basics'
import { Block } from '@/kit/page'
import { Empty, Read } from '@/kit/states'
import css from './fieldwork.module.css'
import { useOrderAct } from './useorder'
import { words } from './words'

/** Which outlet may do it, main before backup, with today's quota. */
export function Outlets({ order }: { order: OrderRow }) {
  const t = words.useT()
  const act = useOrderAct(order)
  const options = useQuery({ queryKey: ['orders', 'outlets', order.id], queryFn: () => orders.outlets(order.id) })
  return (
    <Block title={t('outlets.title')} note={t('outlets.note')}>
      <Read of={options} rows={3} empty={[(all) => all.length === 0, <Empty key="e">{t('outlets.none')}</Empty>]}>
        {(all) => all.map((option, index) => (
          <div key={option.outlet_id} className={css.outlet}>
            <Store size={16} strokeWidth={1.75} aria-hidden />
            <b>{option.name}</b>
            <Tag tone={option.rank === 1 ? 'brand' : 'plain'}>{option.rank === 1 ? t('outlets.main') : t('outlets.backup', { n: option.rank - 1 })}</Tag>
            <span className={css.why}>{joined(option.reasons.map((reason) => reason.text))}</span>
            <small>{option.full ? t('outlets.full') : t('outlets.quota', { used: option.used, quota: option.quota ?? '∞' })}</small>
            <Button
              size="sm" look={index === 0 ? 'accent' : 'plain'} disabled={act.isPending || order.outlet?.id === option.outlet_id}
              onClick={() => act.mutate({ action: 'offer', args: { outlet_id: option.outlet_id, reason: t('offer.why') }, what: t('done.offer') })}
            >
              {t('outlets.offer')}
            </Button>
          </div>
        ))}
      </Read>
    </Block>
  )
}
