import { Lock } from 'lucide-react'
import type { AbleEngineer, ExcludedEngineer } from '@/api/clerk'
import { inOneLine } from '@/i18n'
import { Choices } from '@/kit/light'
import { useT } from './words'

const Portrait = ({ name }: { name: string }) => (
  <span className="portrait" aria-hidden>
    {name.slice(0, 1)}
  </span>
)

/** Those who can go, best first, each with its reasons. */
export function AbleList({ able, value, onChange }: {
  able: readonly AbleEngineer[]
  value: string | null
  onChange: (id: string) => void
}) {
  const t = useT()
  const options = able.map(({ engineer, travel_min: travel, load, reasons }) => ({
    value: engineer.id,
    icon: <Portrait name={engineer.name} />,
    label: (
      <>
        <strong>{engineer.name}</strong> <span className="second">{engineer.level}</span>
      </>
    ),
    note: inOneLine(travel !== null && t('travel', { n: travel }), t('load', { n: load + 1 }), ...reasons.map((reason) => reason.text)),
  }))
  return (
    <div className="stack near candidate">
      <div className="row apart second">
        <strong>{t('able', { n: able.length })}</strong>
        <span>{t('ableOrder')}</span>
      </div>
      <Choices legend={t('able', { n: able.length })} name="engineer" options={options} value={value} onChange={onChange} />
    </div>
  )
}

/** Those who cannot, with the rule: the law is locked, an own rule may be overruled with a reason. */
export function ExcludedList({ excluded, onOverrule }: {
  excluded: readonly ExcludedEngineer[]
  onOverrule: (one: ExcludedEngineer) => void
}) {
  const t = useT()
  if (excluded.length === 0) return null
  return (
    <section className="card lines">
      <p className="second">
        <strong>{t('excluded', { n: excluded.length })}</strong>
      </p>
      {excluded.map((one) => (
        <div key={one.engineer.id} className="excluded">
          <Portrait name={one.engineer.name} />
          <div>
            {one.engineer.name} <span className="second">{one.engineer.level}</span>
            <p className="second">{one.text}</p>
          </div>
          {one.overridable ? (
            <button type="button" className="link" onClick={() => onOverrule(one)}>{t('overrule')}</button>
          ) : (
            <Lock size={20} aria-label={t('law')} />
          )}
        </div>
      ))}
    </section>
  )
}
