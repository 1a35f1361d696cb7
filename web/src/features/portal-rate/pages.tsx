import { CircleCheck, CircleMinus, CircleX, Lock } from 'lucide-react'
import type { Rating as Facts } from '@/api/portal'
import { inOneLine } from '@/i18n'
import { Choices, Field, Rating, Tags } from '@/kit/light'
import { momentOf, useNow } from '@/kit/time'
import { type Answers, pleased, type Solved } from './answers'
import { useT } from './words'

/** Question one: solved, and nothing else on the page. */
export function SolvedQuestion({ facts, value, onChange }: {
  facts: Facts
  value: Solved | null
  onChange: (solved: Solved) => void
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
        {facts.engineer && facts.completed_at && (
          <p className="second">{t('finished', { name: facts.engineer, at: momentOf(facts.completed_at, now) })}</p>
        )}
        <h1 className="answer">
          {facts.name && <>{t('greeting', { name: facts.name })}<br /></>}
          {inOneLine(facts.subject, t('solvedAsk'))}
        </h1>
        <p className="second">{t('twoQuestions')}</p>
      </div>
      <Choices legend={t('solvedAsk')} name="solved" options={options} value={value} onChange={onChange} strong />
    </div>
  )
}

export const praises = ['punctual', 'clear', 'tidy', 'patient', 'onceDone'] as const
export type Praise = (typeof praises)[number]

interface MoreProps {
  answers: Answers
  onChange: (part: Partial<Answers>) => void
}

/** Question two and three: satisfied, and what was really paid. */
export function MoreQuestions({ answers, onChange }: MoreProps) {
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
      <Paid answers={answers} onChange={onChange} />
      <Field label={t('comment')} aside={t('optional')} lines={2} maxLength={1000} value={answers.comment} onChange={(comment) => onChange({ comment })} />
    </div>
  )
}

function Paid({ answers, onChange }: MoreProps) {
  const t = useT()
  const options = [
    { value: 'nothing', label: t('paidNothing') },
    { value: 'some', label: t('paidSome') },
  ] as const
  return (
    <>
      <div>
        <h2 className="title">{t('paidAsk')}</h2>
        <p className="second">{t('paidNote')}</p>
      </div>
      <Choices legend={t('paidAsk')} name="paid" options={options} value={answers.paid} onChange={(paid) => onChange({ paid })} strong />
      {answers.paid === 'some' && (
        <Field label={t('paidSome')} hideLabel inputMode="decimal" unit="¥" value={answers.amount} onChange={(amount) => onChange({ amount })} />
      )}
      <p className="row second"><Lock size={18} />{t('privacy')}</p>
    </>
  )
}
