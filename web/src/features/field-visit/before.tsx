import './visit.css'
import { MapPin, Phone, PhoneCall, PhoneMissed, PhoneOff } from 'lucide-react'
import { useState } from 'react'
import type { CallResult, FieldVisit } from '@/api/field'
import type { Window } from '@/api/phone'
import { listed } from '@/i18n'
import { Button, Chip, Choices, dayWords, hoursWords, Sheet, Strip, windowWords } from '@/kit/light'
import { term } from '@/kit/terms'
import { useNow } from '@/kit/time'
import { has, useT } from './words'

/** Who, where, when and what, as known before ringing at the door. */
export function VisitCard({ visit }: { visit: FieldVisit }) {
  const t = useT()
  const now = useNow()
  const place = visit.lat !== null && visit.lng !== null ? `geo:${visit.lat},${visit.lng}` : null
  return (
    <section className="card">
      <div className="row apart">
        <strong className="title">{visit.contact.name || visit.customer}</strong>
        <Chip>{term('order_type', visit.order_type)}</Chip>
      </div>
      {visit.contact.note && <p className="second">{visit.contact.note}</p>}
      <hr />
      <dl className="facts">
        <dt>{t('agreedWindow')}</dt>
        <dd>
          <strong>{visit.window ? windowWords(visit.window, now) : t('notAgreed')}</strong>
        </dd>
        <dt>{t('address')}</dt>
        <dd>
          {visit.address}
          {place && (
            <a className="link" href={place} style={{ marginInlineStart: 12 }}>
              <MapPin size={18} />
              {t('navigate')}
            </a>
          )}
        </dd>
        <dt>{t('unit')}</dt>
        <dd>{[visit.product, visit.serial].filter(Boolean).join(' · ')}</dd>
        {visit.needs.length > 0 && (
          <>
            <dt>{t('bring')}</dt>
            <dd>{listed(visit.needs.map((code) => visit.catalogue.find((part) => part.code === code)?.name ?? code))}</dd>
          </>
        )}
        <dt>{t('saysSelf')}</dt>
        <dd>“{visit.text || visit.subject}”</dd>
      </dl>
    </section>
  )
}

/** What this unit has been through. */
export function History({ visit }: { visit: FieldVisit }) {
  const t = useT()
  if (visit.history.length === 0) return null
  return (
    <section className="card">
      <p className="second">
        <strong>{t('history')}</strong>
      </p>
      <dl className="history">
        {visit.history.map(({ at, kind, text }) => (
          <Event key={at + kind + text} day={at.slice(0, 10)} kind={kindWord(t, kind)} text={text} />
        ))}
      </dl>
    </section>
  )
}

function kindWord(t: ReturnType<typeof useT>, kind: string): string {
  const key = `kind_${kind}`
  return has(key) ? t(key) : kind
}

const Event = ({ day, kind, text }: { day: string; kind: string; text: string }) => (
  <>
    <dt className="second">{day}</dt>
    <dd>
      <strong>{kind}</strong>
    </dd>
    <dd>{text}</dd>
  </>
)

interface CallSheetProps {
  visit: FieldVisit
  onResult: (result: CallResult) => void
  onClose: () => void
}

/** After a call: four wide answers, and what stops the clock. */
export function CallSheet({ visit, onResult, onClose }: CallSheetProps) {
  const t = useT()
  const now = useNow()
  const [result, setResult] = useState<CallResult | null>(null)
  const stands = visit.window ? t('reachedNote', { window: windowWords(visit.window, now) }) : t('reachedOpen')
  const options = [
    { value: 'reached', label: t('reached'), note: stands, icon: <Phone size={22} /> },
    { value: 'rebooked', label: t('rebooked'), note: t('rebookedNote'), icon: <PhoneCall size={22} /> },
    { value: 'missed', label: t('missed'), note: t('missedNote'), icon: <PhoneMissed size={22} /> },
    { value: 'wrong_number', label: t('wrong_number'), note: t('wrong_numberNote'), icon: <PhoneOff size={22} /> },
  ] as const
  const dock = result && (
    <Button kind="do" onClick={() => onResult(result)}>
      {t('callResult')}
    </Button>
  )
  return (
    <Sheet label={t('callTitle')} onClose={onClose} dock={dock}>
      <div className="stack">
        <h2 className="title">{t('callTitle')}</h2>
        <Choices legend={t('callTitle')} name="call" options={options} value={result} onChange={setResult} />
        <Strip>{t('callInfo')}</Strip>
      </div>
    </Sheet>
  )
}

interface AgreeSheetProps {
  slots: readonly (Window & { id: string })[]
  onAgree: (window: Window) => void
  onClose: () => void
}

/** Free windows of the engineer's own days. */
export function AgreeSheet({ slots, onAgree, onClose }: AgreeSheetProps) {
  const t = useT()
  const now = useNow()
  const [id, setId] = useState<string | null>(null)
  const chosen = slots.find((slot) => slot.id === id)
  const options = slots.map((slot) => ({ value: slot.id, label: hoursWords(slot), note: dayWords(slot.start, now) }))
  const dock = chosen && (
    <Button kind="do" onClick={() => onAgree({ start: chosen.start, end: chosen.end })}>
      {t('agreeGo', { when: windowWords(chosen, now) })}
    </Button>
  )
  return (
    <Sheet label={t('agreeTitle')} onClose={onClose} dock={dock}>
      <div className="stack">
        <h2 className="title">{t('agreeTitle')}</h2>
        {slots.length === 0 && <Strip>{t('noSlots')}</Strip>}
        <Choices legend={t('agreeTitle')} name="window" options={options} value={id} onChange={setId} />
      </div>
    </Sheet>
  )
}
