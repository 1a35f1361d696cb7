import { CircleCheck } from 'lucide-react'
import type { FieldVisit } from '@/api/field'
import { inOneLine, listed } from '@/i18n'
import { Chip, Signature, type Stroke } from '@/kit/light'
import { timeOf } from '@/kit/time'
import { Bill } from './money'
import { billOf } from './steps'
import { useT } from './words'

const causeName = ({ facts, causes }: FieldVisit): string => causes.find(({ code }) => code === facts.cause)?.name ?? ''
const partNames = ({ parts }: FieldVisit): string => listed(parts.map(({ name, quantity }) => `${name} × ${quantity}`))

/** What was wrong, what was done, what it proves. */
export function Report({ visit }: { visit: FieldVisit }) {
  const t = useT()
  const cause = causeName(visit)
  const rows = [
    [t('fault'), visit.subject],
    [t('cause'), cause],
    [t('parts'), partNames(visit) || t('partsNone')],
  ] as const
  return (
    <div className="stack">
      <section className="card">
        <div className="row apart">
          <h2 className="title">{t('reportTitle')}</h2>
          <Chip tone="good" icon={<CircleCheck size={16} />}>
            {t('checked', { n: visit.checklist.filter((check) => check.done_at).length })}
          </Chip>
        </div>
        <p className="second">
          {inOneLine(visit.model, visit.facts.arrived_at && t('timeOnSite', { from: timeOf(visit.facts.arrived_at) }))}
        </p>
        <hr />
        <dl className="facts">
          {rows.filter(([, said]) => said).map(([name, said]) => (
            <Fact key={name} name={name} said={said} />
          ))}
        </dl>
      </section>
      <Bill visit={visit} />
    </div>
  )
}

const Fact = ({ name, said }: { name: string; said: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{said}</dd>
  </>
)

/** The phone changes hands: bigger type, only what the customer needs. */
export function Handed({ visit, strokes, onChange }: {
  visit: FieldVisit
  strokes: readonly Stroke[]
  onChange: (strokes: readonly Stroke[]) => void
}) {
  const t = useT()
  const { pays } = billOf(visit)
  return (
    <div className="stack handed larger">
      <h1 className="answer">{t('pleaseLook', { name: visit.contact.name || visit.customer })}</h1>
      <section className="box">
        <p>
          <strong>{visit.subject}</strong>
        </p>
        <p className="second">{inOneLine(causeName(visit), partNames(visit))}</p>
        <div className="row apart">
          <span>{t('youPay')}</span>
          <strong className="answer">¥{pays}</strong>
        </div>
      </section>
      <Signature label={t('signature')} strokes={strokes} onChange={onChange} />
    </div>
  )
}
