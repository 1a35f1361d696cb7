import { ListChecks } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import type { CheckItem, FieldVisit } from '@/api/field'
import { SyncPill } from '@/features/field-outbox'
import {
  Checklist, checksAt, lackingAt, type StationCode, stationNow, stations, stationStates, useVisitWords,
} from '@/features/field-visit'
import { Button, Choices, go, Screen, StageLine, TopBar, useQueryValue } from '@/kit/light'
import { useActs } from './acts'
import { useVisitPhotos } from './data'
import { ScanStation } from './scan'
import { SignStation } from './sign'
import { TreatStation } from './treat'
import { visitTitle } from './visit'

/** On site: the station that still asks for something; earlier ones are one tap away. */
export function OnSitePage({ visit }: { visit: FieldVisit }) {
  const [asked] = useQueryValue('at')
  const station = stations.find((one) => one === asked) ?? stationNow(visit)
  if (station === 'scan') return <ScanStation visit={visit} />
  if (station === 'treat') return <TreatStation visit={visit} />
  if (station === 'sign') return <SignStation visit={visit} />
  if (station === 'diagnose') return <ChecksStation visit={visit} station={station} below={<Cause visit={visit} />} />
  return <ChecksStation visit={visit} station={station === 'arrive' ? 'safety' : station} />
}

/** The frame of every station: the line above, the missing thing below. */
export function StationScreen({ visit, hint, dock, children }: {
  visit: FieldVisit
  hint?: ReactNode
  dock: ReactNode
  children: ReactNode
}) {
  const t = useVisitWords()
  const states = stationStates(visit)
  const line = stations.map((code, index) => ({ code, name: t(code), state: states[index] ?? 'later' }))
  return (
    <Screen
      sunk
      top={
        <TopBar
          backTo="/field"
          title={visitTitle(visit)}
          aside={<SyncPill brief />}
          under={<StageLine accent stages={line} onPick={(code) => go(`/field/visit/${visit.id}?at=${code}`, { replace: true })} />}
        />
      }
      hint={hint}
      dock={dock}
    >
      {children}
    </Screen>
  )
}

type ChecksAt = Extract<StationCode, 'safety' | 'diagnose' | 'test'>

/** A station of checks: the dock is the first one missing, and opens the camera where a photo is. */
function ChecksStation({ visit, station, below }: { visit: FieldVisit; station: ChecksAt; below?: ReactNode }) {
  const t = useVisitWords()
  const act = useActs(visit)
  const photos = useVisitPhotos(visit.id)
  const checks = checksAt(visit, station)
  const lacking = lackingAt(visit, station)
  const next = lacking?.step === 'check' ? lacking.check : null
  const open = checks.filter((check) => check.required && !check.done_at).length
  const tick = (check: CheckItem) => void act('check', { code: check.code })
  const take = (check: CheckItem, photo: Blob) => void act('check', { code: check.code }, photo)
  return (
    <StationScreen
      visit={visit}
      hint={open > 0 && <><ListChecks size={18} />{t('lacks', { n: open })}</>}
      dock={next ? <CheckDock check={next} onTick={tick} onPhoto={take} /> : <AfterChecks visit={visit} station={station} />}
    >
      <div className="stack">
        <Checklist title={t(`group_${station}`)} checks={checks} next={next} photos={photos} onTick={tick} onPhoto={take} />
        {!next && below}
        <CannotLink visit={visit} />
      </div>
    </StationScreen>
  )
}

interface CheckDockProps {
  check: CheckItem
  onTick: (check: CheckItem) => void
  onPhoto: (check: CheckItem, photo: Blob) => void
}

function CheckDock({ check, onTick, onPhoto }: CheckDockProps) {
  const t = useVisitWords()
  if (!check.needs_photo) return <Button kind="do" onClick={() => onTick(check)}>{t('checkGo', { name: check.text })}</Button>
  return <PhotoButton label={t('photoGo', { name: check.text })} onPhoto={(photo) => onPhoto(check, photo)} />
}

/** A dock button that is the camera. */
export function PhotoButton({ label, onPhoto }: { label: string; onPhoto: (photo: Blob) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button kind="do" onClick={() => input.current?.click()}>{label}</Button>
      <input
        ref={input}
        hidden
        type="file"
        accept="image/*"
        capture="environment"
        onChange={(event) => {
          const [photo] = event.target.files ?? []
          event.target.value = ''
          if (photo) onPhoto(photo)
        }}
      />
    </>
  )
}

/** All checks of this station are there: the cause, or on to where the visit stands. */
function AfterChecks({ visit, station }: { visit: FieldVisit; station: ChecksAt }) {
  const t = useVisitWords()
  const lacking = lackingAt(visit, station)
  if (lacking?.step === 'cause') return <Button onClick={() => focusOn('[name=cause]')}>{t('causeGo')}</Button>
  return <OnButton visit={visit} />
}

export const focusOn = (what: string) => document.querySelector<HTMLElement>(what)?.focus()

/** Leaves a finished station for the one that is now. */
export function OnButton({ visit }: { visit: FieldVisit }) {
  const t = useVisitWords()
  return <Button kind="do" onClick={() => go(`/field/visit/${visit.id}`, { replace: true })}>{t(stationNow(visit))}</Button>
}

function Cause({ visit }: { visit: FieldVisit }) {
  const t = useVisitWords()
  const act = useActs(visit)
  const options = visit.causes.map(({ code, name }) => ({ value: code, label: name }))
  if (options.length === 0) return null
  return (
    <Choices
      legend={t('causeTitle')}
      showLegend
      name="cause"
      options={options}
      value={visit.facts.cause}
      onChange={(cause) => void act('cause', { code: cause })}
    />
  )
}

export function CannotLink({ visit }: { visit: FieldVisit }) {
  const t = useVisitWords()
  return (
    <button type="button" className="link" onClick={() => go(`/field/visit/${visit.id}/cannot`)}>
      {t('cannot')}
    </button>
  )
}
