import { useState } from 'react'
import { Agree, Choices, Field } from '@/kit/light'
import { type Draft, isMobile, type Missing, needsVisit } from './draft'
import { useT } from './words'

const times = ['any', 'morning', 'afternoon', 'evening', 'weekend'] as const
export type Time = (typeof times)[number]

interface WhoProps {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
  /** What was missing when the dock was pressed. */
  wrong: Missing | null
}

/** Step two: whom to reach and where to go. */
export function WhoStep({ draft, onChange, wrong }: WhoProps) {
  const t = useT()
  const visit = needsVisit(draft)
  const [leftPhone, setLeftPhone] = useState(false)
  const badPhone = (leftPhone || wrong === 'phone') && draft.phone !== '' && !isMobile(draft.phone)
  return (
    <div className="stack">
      <h1 className="title">{t(visit ? 'whoTitle' : 'whoAsks')}</h1>
      <Field
        label={t('name')}
        placeholder={t('nameHint')}
        autoComplete="name"
        maxLength={40}
        value={draft.name}
        onChange={(name) => onChange({ name })}
        error={wrong === 'name' ? t('fillName') : null}
      />
      <Field
        label={t('phone')}
        type="tel"
        inputMode="tel"
        autoComplete="tel-national"
        maxLength={20}
        value={draft.phone}
        onChange={(phone) => onChange({ phone })}
        onBlur={() => setLeftPhone(true)}
        error={badPhone ? t('phoneWrong') : wrong === 'phone' ? t('fillPhone') : null}
      />
      {visit && <Where draft={draft} onChange={onChange} wrong={wrong} />}
      <Agree checked={draft.consent} onChange={(consent) => onChange({ consent })}>
        {t('consent')}
      </Agree>
      {wrong === 'consent' && (
        <p className="field-error" role="alert">
          {t('consentNeeded')}
        </p>
      )}
    </div>
  )
}

/** Where to go, and when it would suit. */
function Where({ draft, onChange, wrong }: WhoProps) {
  const t = useT()
  return (
    <>
      <Field
        label={t('address')}
        placeholder={t('addressHint')}
        autoComplete="street-address"
        lines={2}
        maxLength={200}
        value={draft.address}
        onChange={(address) => onChange({ address })}
        error={wrong === 'address' ? t('addressShort') : null}
      />
      <Choices
        legend={t('when')}
        showLegend
        name="when"
        look="grid"
        options={times.map((value) => ({ value, label: t(value) }))}
        value={draft.when as Time | null}
        onChange={(when) => onChange({ when })}
      />
    </>
  )
}
