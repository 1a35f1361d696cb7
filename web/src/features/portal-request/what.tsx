import { CircleQuestionMark, Droplets, FlameKindling, Hash, Plus, Power, ShowerHead, Thermometer, Volume2, Wind, Wrench } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { DangerCode, ScannedUnit } from '@/api/portal'
import { useLanguage } from '@/i18n'
import { Choices, Field, type Option } from '@/kit/light'
import type { Draft } from './draft'
import { useT } from './words'

/** The choice that is no symptom but a danger; it replaces the page. */
const dangerChoice = '!danger'

/** Symptoms of the catalogue that are dangers: they lead to the card, not to a form. */
const dangerous: Record<string, DangerCode> = { 'gas-smell': 'gas', co: 'co', fumes: 'co', shock: 'electricity' }

/** Symptoms shown before "more". */
const shown = 7

const icons: readonly (readonly [RegExp, typeof Wrench])[] = [
  [/leak|drip|water_out/, Droplets],
  [/noise|loud|vibrat/, Volume2],
  [/ignit|flame/, FlameKindling],
  [/water|flow|drain|fill|pressure/, Droplets],
  [/error|code/, Hash],
  [/hot_water|no_water/, ShowerHead],
  [/cool|heat|cold|hot|temp|unstable|warm|frost/, Thermometer],
  [/power|start|trip/, Power],
  [/wind|suction|smell|air/, Wind],
  [/unknown/, CircleQuestionMark],
]

export function symptomIcon(code: string): ReactNode {
  const Icon = icons.find(([pattern]) => pattern.test(code))?.[1] ?? Wrench
  return <Icon size={22} />
}

function useSymptoms(unit: ScannedUnit, all: boolean): Option<string>[] {
  const t = useT()
  const known = unit.symptoms
    .filter(({ code }) => code !== 'unknown')
    .slice(0, all ? undefined : shown)
    .map(({ code, name }) => ({ value: code, label: name, icon: symptomIcon(code) }))
  const unsure = { value: 'unknown', label: t('unsure'), icon: symptomIcon('unknown') }
  return [...known, unsure, { value: dangerChoice, label: t('danger'), icon: <Wind size={22} />, danger: true }]
}

interface WhatProps {
  unit: ScannedUnit
  draft: Draft
  onChange: (change: Partial<Draft>) => void
  onDanger: (danger: DangerCode | null) => void
}

/** Step one: symptoms of this model in plain words, and the customer's own. */
export function WhatStep({ unit, draft, onChange, onDanger }: WhatProps) {
  const t = useT()
  const [all, setAll] = useState(false)
  const symptoms = useSymptoms(unit, all)
  const choose = (code: string) => {
    const danger = dangerous[code] ?? null
    if (danger || code === dangerChoice) onDanger(danger)
    else onChange({ symptom: code })
  }
  const repair = draft.need === 'repair'
  const asking = draft.need === 'question'
  const product = useLanguage() === 'en' ? unit.category_name.toLowerCase() : unit.category_name
  return (
    <div className="stack">
      <h1 className="title">{repair ? t('whatWrong', { product }) : t(asking ? 'askTitle' : 'whatElse')}</h1>
      {repair && (
        <Choices
          legend={t('whatWrong', { product })}
          name="symptom"
          look="grid"
          options={symptoms}
          value={draft.symptom}
          onChange={choose}
        />
      )}
      {repair && !all && unit.symptoms.length > shown + 1 && (
        <button type="button" className="link" onClick={() => setAll(true)}>
          <Plus size={20} />
          {t('moreSymptoms')}
        </button>
      )}
      <Field
        label={t('sayIt')}
        aside={asking ? undefined : t('optional')}
        lines={3}
        maxLength={2000}
        placeholder={t(asking ? 'askMore' : 'sayMore')}
        value={draft.text}
        onChange={(text) => onChange({ text })}
      />
    </div>
  )
}
