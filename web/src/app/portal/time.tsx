import { useQuery } from '@tanstack/react-query'
import { Phone } from 'lucide-react'
import { bookSlot, slots } from '@/api/portal'
import { HeldNote, type HeldSlot, PromiseNote, secondsLeft, SlotList, useCaseWords, useHold } from '@/features/portal-case'
import { BrandBar, Button, CallButton, Empty, Failure, go, Screen, Skeleton, tell, useElderly, windowWords } from '@/kit/light'
import { businessNow } from '@/kit/time'
import { useCaseAct } from './case'

/** Step three: three large times, the promise beside them, the chosen one held. */
export function TimePage({ token, helpLine }: { token: string; helpLine: string | null }) {
  const t = useCaseWords()
  const large = useElderly()
  const free = useQuery({ queryKey: ['slots', token], queryFn: () => slots(token) })
  const { choice, choose, drop, error } = useHold(token)
  const booking = useCaseAct(token, (hold: string) => bookSlot(token, hold))
  const book = ({ slot, held }: HeldSlot) => {
    if (!held || secondsLeft(held.expires_at, businessNow()) === 0) return drop()
    booking.mutate(held.hold, {
      onSuccess: () => {
        tell(t('booked', { when: windowWords(slot, businessNow()) }))
        go(`/t/${token}`, { replace: true })
      },
    })
  }
  const none = free.data?.length === 0
  return (
    <Screen
      tall={large}
      top={<BrandBar />}
      hint={choice?.held && <HeldNote held={choice.held} />}
      dock={
        <>
          {large && helpLine && <CallButton number={helpLine} icon={<Phone />}>{t('callToBook')}</CallButton>}
          {choice ? (
            <Button kind="do" busy={!choice.held || booking.isPending} onClick={() => book(choice)}>{t('bookThis')}</Button>
          ) : (
            <Button kind="do" onClick={none ? () => go(`/t/${token}`) : focusFirst}>{t(none ? 'writeUs' : 'chooseOne')}</Button>
          )}
        </>
      }
    >
      <div className="stack">
        <TimeTitle />
        {free.isPending && <Skeleton rows={3} />}
        {free.error && <Failure error={free.error} onRetry={() => void free.refetch()} />}
        {none && <Empty title={t('noSlots')}>{t('noSlotsNote')}</Empty>}
        {free.data && !none && <SlotList slots={free.data} chosen={choice?.slot.id ?? null} onChoose={choose} />}
        {(error ?? booking.error) && <Failure error={error ?? booking.error} />}
        {!large && <PromiseNote />}
      </div>
    </Screen>
  )
}

const focusFirst = () => document.querySelector<HTMLElement>('main input')?.focus()

function TimeTitle() {
  const t = useCaseWords()
  const large = useElderly()
  if (large) return <h1 className="answer">{t('timeTitleLarge')}</h1>
  return (
    <div>
      <p className="second">{t('timeStep', { at: 3, of: 3 })}</p>
      <h1 className="title">{t('timeTitle')}</h1>
      <p className="second">{t('timeNote')}</p>
    </div>
  )
}
