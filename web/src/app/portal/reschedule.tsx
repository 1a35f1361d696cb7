import { useQuery } from '@tanstack/react-query'
import { Info } from 'lucide-react'
import { useState } from 'react'
import { reschedule, slots, type Tracking } from '@/api/portal'
import { caseWords, SlotList, useCaseWords, useHold } from '@/features/portal-case'
import { Button, Failure, hoursWords, Sheet, shortStart, Skeleton, Strip, Tags, tell, windowWords } from '@/kit/light'
import { businessNow } from '@/kit/time'
import { useCaseAct } from './case'

const reasons = ['notHome', 'betterNow', 'other'] as const
type Why = (typeof reasons)[number]

/** The rules are said before the act. */
export function RescheduleSheet({ token, of, onClose }: { token: string; of: Tracking; onClose: () => void }) {
  const t = useCaseWords()
  const free = useQuery({ queryKey: ['slots', token], queryFn: () => slots(token) })
  const { choice, choose, error } = useHold(token)
  const [why, setWhy] = useState<Why[]>([])
  const moving = useCaseAct(token, (hold: string) => reschedule(token, hold, why.join(',')))
  const held = choice?.held
  const move = () =>
    held &&
    moving.mutate(held.hold, {
      onSuccess: () => {
        tell(caseWords.t('booked', { when: choice ? windowWords(choice.slot, businessNow()) : '' }))
        onClose()
      },
    })
  const dock = (
    <>
      <Button narrow onClick={onClose}>{t('keepTime')}</Button>
      {choice && (
        <Button kind="do" busy={!held || moving.isPending} onClick={move}>
          {t('changeTo', { when: shortStart(choice.slot, businessNow()) })}
        </Button>
      )}
    </>
  )
  const left = of.reschedules_left
  return (
    <Sheet label={t('changeTitle')} onClose={onClose} dock={dock}>
      <div className="stack">
        <div>
          <h2 className="title">{t('changeTitle')}</h2>
          <p className="second">{left === null ? t('changeRule') : t('changeLeft', { n: left })}</p>
        </div>
        {free.isPending && <Skeleton rows={3} />}
        {free.data && <SlotList compact slots={free.data} chosen={choice?.slot.id ?? null} onChoose={choose} />}
        <p>
          <strong>{t('changeWhy')}</strong> <span className="second">{t('optional')}</span>
        </p>
        <Tags options={reasons.map((value) => ({ value, label: t(value) }))} value={why} onChange={(next) => setWhy(next.slice(-1))} />
        {of.window && <Strip icon={<Info size={20} />}>{t('changeLoss', { at: hoursWords(of.window) })}</Strip>}
        <Trouble of={free.error ?? error ?? moving.error} />
      </div>
    </Sheet>
  )
}

const Trouble = ({ of }: { of: Error | null }) => of && <Failure error={of} />
