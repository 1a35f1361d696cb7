import { CircleQuestionMark, Droplets, FlameKindling, Hash, ShowerHead, Thermometer, Volume2, Wind, Wrench } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ScannedUnit } from '@/api/portal'
import { Choices, Field, type Option } from '@/kit/light'
import type { Draft } from './draft'
import { useT } from './words'

/** The choice that is no symptom but a danger; it replaces the page. */
export const dangerChoice = '!danger'

const icons: readonly (readonly [RegExp, typeof Wrench])[] = [
  [/leak|drip|water_out/, Droplets],
  [/noise|loud|vibrat/, Volume2],
  [/ignit|flame/, FlameKindling],
  [/error|code/, Hash],
  [/hot_water|no_water/, ShowerHead],
  [/cool|heat|cold|temp/, Thermometer],
  [/wind|suction|smell|air/, Wind],
  [/unknown/, CircleQuestionMark],
]

export function symptomIcon(code: string): ReactNode {
  const Icon = icons.find(([pattern]) => pattern.test(code))?.[1] ?? Wrench
  return <Icon size={22} />
}

function useSymptoms(unit: ScannedUnit): Option<string>[] {
  const t = useT()
  const known = unit.symptoms
    .filter(({ code }) => code !== 'unknown')
    .map(({ code, name }) => ({ value: code, label: name, icon: symptomIcon(code) }))
  const unsure = { value: 'unknown', label: t('unsure'), icon: symptomIcon('unknown') }
  return [...known, unsure, { value: dangerChoice, label: t('danger'), icon: <Wind size={22} />, danger: true }]
}

interface WhatProps {
  unit: ScannedUnit
  draft: Draft
  onChange: (change: Partial<Draft>) => void
  onDanger: () => void
}

/** Step one: symptoms of this model in plain words, and the customer's own. */
export function WhatStep({ unit, draft, onChange, onDanger }: WhatProps) {
  const t = useT()
  const symptoms = useSymptoms(unit)
  const choose = (code: string) => (code === dangerChoice ? onDanger() : onChange({ symptom: code }))
  const repair = draft.need === 'repair'
  return (
    <div className="stack">
      <h1 className="title">{repair ? t('whatWrong', { product: unit.product_name }) : t('whatElse')}</h1>
      {repair && (
        <Choices
          legend={t('whatWrong', { product: unit.product_name })}
          name="symptom"
          look="grid"
          options={symptoms}
          value={draft.symptom}
          onChange={choose}
        />
      )}
      <Field
        label={t('sayIt')}
        aside={repair ? t('optional') : undefined}
        lines={3}
        maxLength={2000}
        placeholder={t('sayMore')}
        value={draft.text}
        onChange={(text) => onChange({ text })}
      />
    </div>
  )
}
