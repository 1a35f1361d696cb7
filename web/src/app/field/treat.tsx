import { MessageSquareText } from 'lucide-react'
import { useState } from 'react'
import type { FieldVisit } from '@/api/field'
import { Bill, billOf, CoverNow, lackingAt, Parts, useVisitWords, type VisitWord } from '@/features/field-visit'
import { inOneLine } from '@/i18n'
import { Button, Choices } from '@/kit/light'
import { useActs } from './acts'
import { CannotLink, focusOn, OnButton, PhotoButton, StationScreen } from './onsite'

type Judged = 'in' | 'out'

const reasonsFor: Record<Judged, readonly string[]> = {
  in: ['in_warranty', 'contract'],
  out: ['expired', 'misuse', 'outside_cause'],
}

/** Parts, then who pays: final by a photo, in plain money. */
export function TreatStation({ visit }: { visit: FieldVisit }) {
  const t = useVisitWords()
  const act = useActs(visit)
  const [judged, setJudged] = useState<Judged | null>(null)
  const [reason, setReason] = useState<string | null>(null)
  const open = lackingAt(visit, 'treat') !== null
  const settle = (photo: Blob) => judged && reason && void act('coverage', { covered: judged, reason }, photo)
  const seen = judged ? { ...visit, coverage: visit.coverage && { ...visit.coverage, covered: judged } } : visit
  const name = visit.contact.name || visit.customer
  return (
    <StationScreen
      visit={visit}
      hint={open && judged && <><MessageSquareText size={18} />{t('coverHint', { name })}</>}
      dock={open ? <CoverDock visit={seen} judged={judged} reason={reason} onPhoto={settle} /> : <OnButton visit={visit} />}
    >
      <div className="stack">
        <Parts visit={visit} onUse={({ code }, quantity) => void act('part', { code, quantity })} />
        <h2 className="title">{t('coverTitle')}</h2>
        <CoverNow visit={visit} />
        {open && <CoverChoice visit={visit} judged={judged} reason={reason} onJudge={(next) => { setJudged(next); setReason(null) }} onReason={setReason} />}
        <Bill visit={seen} />
        <CannotLink visit={visit} />
      </div>
    </StationScreen>
  )
}

interface CoverChoiceProps {
  visit: FieldVisit
  judged: Judged | null
  reason: string | null
  onJudge: (judged: Judged) => void
  onReason: (reason: string) => void
}

/** Nothing is chosen beforehand: what the desk judged is only what the desk judged. */
function CoverChoice({ visit, judged, reason, onJudge, onReason }: CoverChoiceProps) {
  const t = useVisitWords()
  const note = (value: Judged) => t(value === (visit.coverage?.covered === 'out' ? 'out' : 'in') ? 'coverSame' : 'coverOther')
  const covers = (['in', 'out'] as const).map((value) => ({ value, label: t(value), note: note(value) }))
  return (
    <>
      <Choices legend={t('coverWhat')} showLegend name="covered" look="row-of" options={covers} value={judged} onChange={onJudge} />
      {judged && (
        <Choices
          legend={t('coverWhy')}
          showLegend
          name="why"
          options={reasonsFor[judged].map((value) => ({ value, label: t(`why_${value}` as VisitWord) }))}
          value={reason}
          onChange={onReason}
        />
      )}
    </>
  )
}

interface CoverDockProps {
  visit: FieldVisit
  judged: Judged | null
  reason: string | null
  onPhoto: (photo: Blob) => void
}

function CoverDock({ visit, judged, reason, onPhoto }: CoverDockProps) {
  const t = useVisitWords()
  if (!judged) return <Button onClick={() => focusOn('[name=covered]')}>{t('coverChoose')}</Button>
  if (!reason) return <Button onClick={() => focusOn('[name=why]')}>{t('coverWhy')}</Button>
  const label = inOneLine(t('coverPhoto'), t('coverGo', { covered: t(judged), sum: billOf(visit).pays }))
  return <PhotoButton label={label} onPhoto={onPhoto} />
}
