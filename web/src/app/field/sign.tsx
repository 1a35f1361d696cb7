import { PenLine, Smartphone } from 'lucide-react'
import { useState } from 'react'
import type { FieldVisit } from '@/api/field'
import { useFieldLine } from '@/features/field-outbox'
import { Handed, lackingAt, nextOf, Report, stations, useVisitWords } from '@/features/field-visit'
import { Button, Choices, go, inkLength, LargeButton, leastInk, padSize, Screen, Sheet, signaturePng, type Stroke } from '@/kit/light'
import { useActs } from './acts'
import { CannotLink, StationScreen } from './onsite'

/** The last station: the report, then the phone changes hands. */
export function SignStation({ visit }: { visit: FieldVisit }) {
  const t = useVisitWords()
  const [handed, setHanded] = useState(false)
  const [unsigned, setUnsigned] = useState(false)
  const missing = stations.find((station) => station !== 'sign' && lackingAt(visit, station) !== null)
  if (handed && !visit.facts.signed_at) return <HandedScreen visit={visit} onBack={() => setHanded(false)} />
  const dock = missing ? (
    <Button kind="do" onClick={() => go(`/field/visit/${visit.id}?at=${missing}`, { replace: true })}>{t(missing)}</Button>
  ) : (
    <SignDock visit={visit} onHand={() => setHanded(true)} onUnsigned={() => setUnsigned(true)} />
  )
  return (
    <StationScreen visit={visit} hint={<SignHint visit={visit} />} dock={dock}>
      <div className="stack">
        <Report visit={visit} />
        <CannotLink visit={visit} />
      </div>
      {unsigned && <UnsignedSheet visit={visit} onClose={() => setUnsigned(false)} />}
    </StationScreen>
  )
}

function SignHint({ visit }: { visit: FieldVisit }) {
  const t = useVisitWords()
  if (visit.facts.signed_at) return t('completeHint')
  return (
    <>
      <Smartphone size={18} />
      {t('handHint', { name: visit.contact.name || visit.customer })}
    </>
  )
}

function SignDock({ visit, onHand, onUnsigned }: { visit: FieldVisit; onHand: () => void; onUnsigned: () => void }) {
  const t = useVisitWords()
  const act = useActs(visit)
  if (nextOf(visit).step === 'complete') {
    return <Button kind="do" onClick={() => void act('complete', { unsigned_reason: '' })}>{t('completeGo')}</Button>
  }
  return (
    <>
      <Button narrow onClick={onUnsigned}>{t('unsigned')}</Button>
      <Button kind="do" icon={<PenLine />} onClick={onHand}>{t('handGo')}</Button>
    </>
  )
}

/** In the customer's hands: no way into the engineer's pages but back. */
function HandedScreen({ visit, onBack }: { visit: FieldVisit; onBack: () => void }) {
  const t = useVisitWords()
  const act = useActs(visit)
  const { outbox } = useFieldLine()
  const [strokes, setStrokes] = useState<readonly Stroke[]>([])
  const signed = inkLength(strokes) >= leastInk
  const sign = async () => {
    const picture = await signaturePng(strokes, padSize)
    await act('sign', { name: visit.contact.name || visit.customer, device: await outbox.store.device() }, picture)
    onBack()
  }
  return (
    <Screen
      top={
        <header className="brandbar">
          <span className="second" style={{ flex: 1 }}>{t('confirmService')}</span>
          <LargeButton />
        </header>
      }
      dock={
        <>
          <Button narrow onClick={onBack}>{t('notYet')}</Button>
          {signed ? <Button kind="do" onClick={() => void sign()}>{t('signGo')}</Button> : <Button>{t('signFill')}</Button>}
        </>
      }
    >
      <Handed visit={visit} strokes={strokes} onChange={setStrokes} />
    </Screen>
  )
}

type Unsigned = 'absent' | 'declined' | 'contactless'

/** Completing without a signature needs its reason; the review looks at it. */
function UnsignedSheet({ visit, onClose }: { visit: FieldVisit; onClose: () => void }) {
  const t = useVisitWords()
  const act = useActs(visit)
  const [why, setWhy] = useState<Unsigned | null>(null)
  const options = (['absent', 'declined', 'contactless'] as const).map((value) => ({ value, label: t(value) }))
  const dock = why && <Button kind="do" onClick={() => void act('complete', { unsigned_reason: why })}>{t('completeUnsigned')}</Button>
  return (
    <Sheet label={t('unsigned')} onClose={onClose} dock={dock}>
      <div className="stack">
        <h2 className="title">{t('unsigned')}</h2>
        <Choices legend={t('unsigned')} name="unsigned" options={options} value={why} onChange={setWhy} />
      </div>
    </Sheet>
  )
}
