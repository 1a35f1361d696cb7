import { useQuery } from '@tanstack/react-query'
import { Bell, FileText, Navigation, Phone } from 'lucide-react'
import { useState } from 'react'
import { type CallResult, type FieldVisit, returnSlots } from '@/api/field'
import type { Window } from '@/api/phone'
import { SyncPill } from '@/features/field-outbox'
import { Cover, toClockFacts } from '@/features/field-today'
import { AgreeSheet, CallSheet, CoverNow, History, nextOf, useVisitWords, VisitCard } from '@/features/field-visit'
import { Button, CallButton, ClockChip, Failure, go, Screen, Skeleton, Strip, TopBar } from '@/kit/light'
import { useActs } from './acts'
import { CannotPage } from './cannot'
import { useVisit } from './data'
import { OnSitePage } from './onsite'
import { placeNow } from './place'

/** One visit: before the door its facts, on site its stations, afterwards its record. */
export function VisitPage({ id, page }: { id: string; page: string | undefined }) {
  const { visit, error, refetch } = useVisit(id)
  if (!visit) {
    return (
      <Screen top={<TopBar backTo="/field" title="" aside={<SyncPill />} />}>
        {error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton rows={5} />}
      </Screen>
    )
  }
  if (page === 'cannot') return <CannotPage visit={visit} />
  if (visit.status === 'on_site') return <OnSitePage visit={visit} />
  return <BeforePage visit={visit} />
}

export const visitTitle = (visit: FieldVisit): string => `${visit.customer}·${visit.subject}`

function BeforePage({ visit }: { visit: FieldVisit }) {
  const t = useVisitWords()
  const next = nextOf(visit)
  const over = next.step === 'finished'
  return (
    <Screen
      sunk
      top={<TopBar backTo="/field" title={visitTitle(visit)} aside={<SyncPill brief />} />}
      hint={<Hint visit={visit} />}
      dock={<BeforeDock visit={visit} />}
    >
      <div className="stack">
        {over && <Over visit={visit} />}
        <VisitCard visit={visit} />
        <div className="row wrap">
          <Cover stop={visit} />
          {visit.clocks.filter(({ state }) => state !== 'kept' && state !== 'cancelled').map((clock) => (
            <ClockChip key={clock.name} clock={toClockFacts(clock)} />
          ))}
        </div>
        <CoverNow visit={visit} />
        <History visit={visit} />
        {!over && (
          <button type="button" className="link" onClick={() => go(`/field/visit/${visit.id}/cannot`)}>
            {t('cannot')}
          </button>
        )}
      </div>
    </Screen>
  )
}

function Over({ visit }: { visit: FieldVisit }) {
  const t = useVisitWords()
  const word = visit.status === 'completed' ? 'finished' : visit.status === 'cancelled' ? 'cancelled' : 'failed'
  return (
    <Strip tone={word === 'finished' ? 'good' : 'plain'} title={t(word)}>
      {visit.record_url && word === 'finished' && (
        <a className="link" href={visit.record_url}>
          <FileText size={20} />
          {t('record')}
        </a>
      )}
    </Strip>
  )
}

function Hint({ visit }: { visit: FieldVisit }) {
  const t = useVisitWords()
  const { step } = nextOf(visit)
  const name = visit.contact.name || visit.customer
  const words = { call: t('callInfo'), agree: t('agreeHint', { name }), depart: t('departHint', { name }), arrive: t('arriveHint') }
  if (!(step in words)) return null
  return (
    <>
      <Bell size={18} />
      {words[step as keyof typeof words]}
    </>
  )
}

/** Call, agree, set off, arrive: one at a time. */
function BeforeDock({ visit }: { visit: FieldVisit }) {
  const t = useVisitWords()
  const act = useActs(visit)
  const [sheet, setSheet] = useState<'call' | 'agree' | null>(null)
  const { step } = nextOf(visit)
  const close = () => setSheet(null)
  const called = async (result: CallResult) => {
    await act('call', { result })
    setSheet(result === 'rebooked' || (result === 'reached' && !visit.window) ? 'agree' : null)
    if (result === 'reached' && visit.window) await act('agree', visit.window)
  }
  const agreed = async (window: Window) => {
    await act('agree', window)
    close()
  }
  const name = visit.contact.name || visit.customer
  const call = (main: boolean) => (
    <Call visit={visit} main={main} label={t('callGo', { name })} onCall={() => setSheet('call')} />
  )
  return (
    <>
      {step === 'call' && call(true)}
      {step !== 'call' && step !== 'finished' && call(false)}
      {step === 'agree' && <Button kind="do" onClick={() => setSheet('agree')}>{t('agreeChoose')}</Button>}
      {step === 'depart' && <Button kind="do" icon={<Navigation />} onClick={() => void act('depart', {})}>{t('departGo')}</Button>}
      {step === 'arrive' && <ArriveButton visit={visit} />}
      {step === 'finished' && <Button kind="do" onClick={() => go('/field')}>{t('nextVisit')}</Button>}
      {sheet === 'call' && <CallSheet visit={visit} onResult={(result) => void called(result)} onClose={close} />}
      {sheet === 'agree' && <Agree visit={visit} onAgree={(window) => void agreed(window)} onClose={close} />}
    </>
  )
}

/** Dials through the relay number where there is one; either way the result is asked for afterwards. */
function Call({ visit, main, label, onCall }: { visit: FieldVisit; main: boolean; label: string; onCall: () => void }) {
  const kind = main ? 'do' : 'plain'
  if (!visit.contact.relay) {
    return main ? (
      <Button kind={kind} icon={<Phone />} onClick={onCall}>{label}</Button>
    ) : (
      <Button icon={<Phone />} aria-label={label} onClick={onCall} />
    )
  }
  return <CallButton kind={kind} number={visit.contact.relay} icon={<Phone />} onClick={onCall} aria-label={label}>{main && label}</CallButton>
}

function ArriveButton({ visit }: { visit: FieldVisit }) {
  const t = useVisitWords()
  const act = useActs(visit)
  const [busy, setBusy] = useState(false)
  const arrive = async () => {
    setBusy(true)
    await act('arrive', await placeNow())
    setBusy(false)
  }
  return <Button kind="do" busy={busy} onClick={() => void arrive()}>{t('arriveGo')}</Button>
}

function Agree({ visit, onAgree, onClose }: { visit: FieldVisit; onAgree: (window: Window) => void; onClose: () => void }) {
  const free = useQuery({ queryKey: ['order-slots', visit.order_id], queryFn: () => returnSlots(visit.order_id) })
  return <AgreeSheet slots={free.data ?? []} onAgree={onAgree} onClose={onClose} />
}
