import { CircleCheck, CircleMinus, CircleX, FileText, Lock } from 'lucide-react'
import type { Rating as Facts, RatingBody } from '@/api/portal'
import { Choices, Field, Rating, Tags } from '@/kit/light'
import { momentOf, useNow } from '@/kit/time'
import { type Answers, pleased } from './answers'
import { useT } from './words'

/** Question one: solved, and nothing else on the page. */
export function SolvedQuestion({ facts, value, onChange }: {
  facts: Facts
  value: RatingBody['solved'] | null
  onChange: (solved: RatingBody['solved']) => void
}) {
  const t = useT()
  const now = useNow()
  const options = [
    { value: 'yes', label: t('yes'), note: t('yesNote'), icon: <CircleCheck size={30} /> },
    { value: 'partly', label: t('partly'), note: t('partlyNote'), icon: <CircleMinus size={30} /> },
    { value: 'no', label: t('no'), note: t('noNote'), icon: <CircleX size={30} /> },
  ] as const
  return (
    <div className="stack">
      <div>
        {facts.engineer && facts.done_at && (
          <p className="second">{t('finished', { name: facts.engineer, at: momentOf(facts.done_at, now) })}</p>
        )}
        <h1 className="answer">
          {facts.customer_name && <>{t('greeting', { name: facts.customer_name })}<br /></>}
          {facts.subject}，{t('solvedAsk')}
        </h1>
        <p className="second">{t('twoQuestions')}</p>
      </div>
      <Choices legend={t('solvedAsk')} name="solved" options={options} value={value} onChange={onChange} strong />
      {facts.done && (
        <section className="card" style={{ background: 'var(--canvas)' }}>
          <p className="second"><strong>{t('whatWasDone')}</strong></p>
          <p>{facts.done}</p>
          {facts.record_url && <a className="link" href={facts.record_url}><FileText size={20} />{t('record')}</a>}
        </section>
      )}
    </div>
  )
}

const praises = ['punctual', 'clear', 'tidy', 'patient', 'onceDone'] as const
type Praise = (typeof praises)[number]

interface MoreProps {
  facts: Facts
  answers: Answers
  onChange: (part: Partial<Answers>) => void
}

/** Question two and three: satisfied, and what was really paid. */
export function MoreQuestions({ facts, answers, onChange }: MoreProps) {
  const t = useT()
  const faces = [t('csat1'), t('csat2'), t('csat3'), t('csat4'), t('csat5')] as const
  return (
    <div className="stack">
      <h1 className="title">{t('csatAsk')}</h1>
      <Rating legend={t('csatAsk')} words={faces} value={answers.csat} onChange={(csat) => onChange({ csat })} />
      {answers.csat !== null && (
        <>
          <p><strong>{t(pleased(answers.csat) ? 'goodAsk' : 'badAsk')}</strong> <span className="second">{t('optional')}</span></p>
          <Tags
            options={praises.map((value) => ({ value, label: t(value) }))}
            value={answers.good as Praise[]}
            onChange={(good) => onChange({ good })}
          />
        </>
      )}
      <hr style={{ width: '100%', border: 0, borderTop: '1px solid var(--line)' }} />
      <Paid facts={facts} answers={answers} onChange={onChange} />
      <Field label={t('comment')} aside={t('optional')} lines={2} maxLength={1000} value={answers.comment} onChange={(comment) => onChange({ comment })} />
    </div>
  )
}

function Paid({ facts, answers, onChange }: MoreProps) {
  const t = useT()
  const options = [
    { value: 'nothing', label: t('paidNothing') },
    { value: 'some', label: t('paidSome') },
  ] as const
  return (
    <>
      <div>
        <h2 className="title">{t('paidAsk')}</h2>
        <p className="second">{t('paidNote', { due: Number(facts.amount_due) })}</p>
      </div>
      <Choices legend={t('paidAsk')} name="paid" options={options} value={answers.paid} onChange={(paid) => onChange({ paid })} strong />
      {answers.paid === 'some' && (
        <Field label={t('paidSome')} hideLabel inputMode="decimal" unit="¥" value={answers.amount} onChange={(amount) => onChange({ amount })} />
      )}
      <p className="row second"><Lock size={18} />{t('privacy')}</p>
    </>
  )
}
