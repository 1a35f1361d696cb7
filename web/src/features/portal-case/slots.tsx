import { CalendarDays, Handshake } from 'lucide-react'
import { useState } from 'react'
import type { Slot } from '@/api/portal'
import { Chip, cx, dayWords, hoursWords, isWeekend, spokenTime, Strip, useElderly } from '@/kit/light'
import { useNow } from '@/kit/time'
import { useT } from './words'

interface SlotsProps {
  slots: readonly Slot[]
  chosen: string | null
  onChoose: (slot: Slot) => void
  compact?: boolean
}

/** How many times are offered before "show more" where none is marked best. */
const offered = 3

/** Large times one under the other, those that fit the engineers' day best first; nothing is chosen beforehand. */
export function SlotList({ slots, chosen, onChoose, compact = false }: SlotsProps) {
  const t = useT()
  const [all, setAll] = useState(false)
  const best = slots.filter((slot) => slot.best)
  const few = best.length > 0 ? best : slots.slice(0, offered)
  const shown = all ? slots : few
  return (
    <fieldset className="stack near">
      <legend className="heard">{t('timeTitle')}</legend>
      {shown.map((slot) => (
        <SlotCard
          key={slot.id}
          slot={slot}
          first={slot === slots[0]}
          recommended={all && slot.best}
          chosen={chosen === slot.id}
          onChoose={() => onChoose(slot)}
          compact={compact}
        />
      ))}
      {!all && slots.length > few.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          <CalendarDays size={22} />
          {t('others')}
        </button>
      )}
    </fieldset>
  )
}

interface SlotCardProps {
  slot: Slot
  first: boolean
  recommended: boolean
  chosen: boolean
  onChoose: () => void
  compact: boolean
}

function SlotCard({ slot, first, recommended, chosen, onChoose, compact }: SlotCardProps) {
  const t = useT()
  const now = useNow()
  const large = useElderly()
  const who = slot.engineer && t(slot.known ? 'known' : 'engineer', { name: slot.engineer })
  return (
    <label className={cx('slot', compact && 'compact')}>
      <input type="radio" name="slot" value={slot.id} checked={chosen} onChange={onChoose} />
      <div>
        <p className="slot-day">
          {dayWords(slot.start, now)}
          {first && <Chip tone="brand">{t('earliest')}</Chip>}
          {recommended && <Chip tone="good">{t('best')}</Chip>}
          {isWeekend(slot.start) && <Chip>{t('weekend')}</Chip>}
        </p>
        <p className="slot-time">{large ? spokenTime(slot.start) : hoursWords(slot)}</p>
        {large && <p className="second">{t('arrivesBy', { at: spokenTime(slot.end) })}</p>}
        {who && <p className="second">{who}</p>}
      </div>
      <span className="choice-ring" aria-hidden />
    </label>
  )
}

/** What we promise, beside the choice of time. */
export function PromiseNote() {
  const t = useT()
  return (
    <Strip tone="good" icon={<Handshake />} title={t('promise')}>
      <dl className="promise">
        <dt>{t('promiseLate')}</dt>
        <dd>{t('promiseLateNote')}</dd>
        <dt>{t('promiseFix')}</dt>
        <dd>{t('promiseFixNote')}</dd>
        <dt>{t('promiseChange')}</dt>
        <dd>{t('promiseChangeNote')}</dd>
      </dl>
    </Strip>
  )
}
