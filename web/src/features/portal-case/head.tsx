import './case.css'
import type { StageCard } from '@/api/phone'
import type { Tracking } from '@/api/portal'
import { inOneLine } from '@/i18n'
import { type Stage, StageLine, shortWindow } from '@/kit/light'
import { timeOf, useNow } from '@/kit/time'
import { useT } from './words'

const stageState = { done: 'done', now: 'now', todo: 'later', skipped: 'skipped' } as const

const toStage = ({ code, name, state, late }: StageCard): Stage => ({ code, name, late, state: stageState[state] })

/** The answer to "when" is the largest thing; below it where the case stands. */
export function CaseHead({ of }: { of: Tracking }) {
  return (
    <section className="case-head">
      <Headline of={of} />
      <p className="second">{inOneLine(of.subject, of.place)}</p>
      <StageLine stages={of.stages.map(toStage)} />
    </section>
  )
}

function Headline({ of }: { of: Tracking }) {
  const t = useT()
  const now = useNow()
  const leg = of.last_leg
  if (leg?.state === 'live' && leg.minutes !== null && leg.eta !== null) {
    return (
      <h1 className="answer">
        <b>{t('minutesAway', { n: leg.minutes })}</b> <span>{t('etaAbout', { at: timeOf(leg.eta) })}</span>
      </h1>
    )
  }
  const visit = of.stages.find((stage) => stage.code === 'visit')
  const ahead = of.window !== null && visit?.state !== 'done'
  return <h1 className="answer">{ahead && of.window ? t('coming', { when: shortWindow(of.window, now) }) : of.headline.text}</h1>
}
