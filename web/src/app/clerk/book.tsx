import { useQuery } from '@tanstack/react-query'
import { History, MessageSquareText } from 'lucide-react'
import { useState } from 'react'
import { type AgreeBody, type DeskOrder, orderSlots, rebookOrder } from '@/api/clerk'
import { useDeskWords } from '@/features/clerk-desk'
import { Button, Choices, dayWords, Failure, go, hoursWords, Screen, shortStart, Skeleton, Strip, tell, TopBar, windowWords } from '@/kit/light'
import { useNow } from '@/kit/time'
import { useDeskAct } from './data'
import { focusFirst } from './focus'

type Why = AgreeBody['reason']
const whys = ['customer_request', 'engineer_unavailable', 'waiting_part'] as const satisfies readonly Why[]

/** Book or re-book: the old promise stays in the record. */
export function BookPage({ order }: { order: DeskOrder }) {
  const t = useDeskWords()
  const now = useNow()
  const again = order.window !== null
  const free = useQuery({ queryKey: ['order-slots', order.id], queryFn: () => orderSlots(order.id) })
  const [why, setWhy] = useState<Why | null>(null)
  const [id, setId] = useState<string | null>(null)
  const booking = useDeskAct((body: AgreeBody) => rebookOrder(order.id, order.version, body))
  const slot = free.data?.find((one) => one.id === id)
  const book = () => {
    if (!slot) return
    const { start, end } = slot
    booking.mutate({ start, end, reason: why ?? 'customer_request' }, {
      onSuccess: () => {
        tell(t('bookDone'))
        go('/field/clerk', { replace: true })
      },
    })
  }
  const dock =
    again && !why ? (
      <Button onClick={focusFirst}>{t('bookWhy')}</Button>
    ) : slot ? (
      <Button kind="do" busy={booking.isPending} onClick={book}>{t(again ? 'bookMove' : 'bookTo', { when: shortStart(slot, now) })}</Button>
    ) : (
      <Button onClick={focusFirst}>{t('bookChoose')}</Button>
    )
  return (
    <Screen
      sunk
      top={<TopBar backTo="/field/clerk" title={t('bookTitle', { customer: order.customer })} />}
      hint={slot && <><MessageSquareText size={18} />{t('bookHint', { name: order.customer })}</>}
      dock={dock}
    >
      <div className="stack">
        <section className="card row apart">
          <span className="second">{t('was')}</span>
          <strong>{order.window ? windowWords(order.window, now) : t('none')}</strong>
        </section>
        {again && (
          <Choices legend={t('why')} name="why" look="row-of" options={whys.map((value) => ({ value, label: t(value) }))} value={why} onChange={setWhy} />
        )}
        {free.isPending && <Skeleton rows={3} />}
        {free.data && <FreeWindows slots={free.data} value={id} onChange={setId} now={now} />}
        {order.window && <Strip icon={<History />}>{t('kept', { window: windowWords(order.window, now) })}</Strip>}
        {(free.error ?? booking.error) && <Failure error={free.error ?? booking.error} />}
      </div>
    </Screen>
  )
}

interface FreeProps {
  slots: Awaited<ReturnType<typeof orderSlots>>
  value: string | null
  onChange: (id: string) => void
  now: number
}

function FreeWindows({ slots, value, onChange, now }: FreeProps) {
  const t = useDeskWords()
  if (slots.length === 0) return <Strip>{t('noFree')}</Strip>
  const options = slots.map((slot) => ({
    value: slot.id,
    label: `${dayWords(slot.start, now)} ${hoursWords(slot)}`,
    note: [slot.best && t('best'), slot.engineer].filter(Boolean).join(' · '),
  }))
  return <Choices legend={t('free')} showLegend name="slot" options={options} value={value} onChange={onChange} strong />
}
