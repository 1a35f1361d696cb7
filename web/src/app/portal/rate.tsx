import { useMutation, useQuery } from '@tanstack/react-query'
import { CalendarClock } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { rate, type Rating as Facts, rating } from '@/api/portal'
import { useCaseWords } from '@/features/portal-case'
import { type Answers, lacking, MoreQuestions, noAnswers, type Praise, SolvedQuestion, toBody, useRateWords } from '@/features/portal-rate'
import { BrandBar, Button, Empty, Failure, Screen, Strip } from '@/kit/light'
import { Waiting } from './waiting'

/** The revisit link: solved, satisfied, paid. */
export function RatePage({ token }: { token: string }) {
  const facts = useQuery({ queryKey: ['rating', token], queryFn: () => rating(token) })
  if (!facts.data) return <Waiting error={facts.error} onRetry={() => void facts.refetch()} />
  return <Questions token={token} facts={facts.data} />
}

function Questions({ token, facts }: { token: string; facts: Facts }) {
  const t = useRateWords()
  const [answers, setAnswers] = useState<Answers>(noAnswers)
  const [page, setPage] = useState<'solved' | 'more'>('solved')
  const [key] = useState(() => crypto.randomUUID())
  const sending = useMutation({ mutationFn: (given: Answers) => rate(token, toBody(given, ticked(t, given)), key) })
  const change = (part: Partial<Answers>) => setAnswers({ ...answers, ...part })
  if (facts.answered && !sending.data) return <Thanks title={t('already')} />
  if (sending.data && !sending.data.solved) return <Reopened number={sending.data.ticket_number} />
  if (sending.data) return <Thanks title={t('thanks')} />
  const next = () => (answers.solved === 'yes' ? setPage('more') : sending.mutate(answers))
  const dock =
    page === 'solved' ? (
      <SolvedDock answers={answers} busy={sending.isPending} onNext={next} />
    ) : (
      <SendDock answers={answers} busy={sending.isPending} onSend={() => sending.mutate(answers)} />
    )
  return (
    <Shell dock={dock}>
      {page === 'solved' ? (
        <SolvedQuestion facts={facts} value={answers.solved} onChange={(solved) => change({ solved })} />
      ) : (
        <MoreQuestions answers={answers} onChange={change} />
      )}
      {sending.error && <Failure error={sending.error} />}
    </Shell>
  )
}

function Shell({ children, dock }: { children: ReactNode; dock?: ReactNode }) {
  return <Screen top={<BrandBar />} dock={dock}>{children}</Screen>
}

/** A question to be answered has no accent button: it appears once there is an answer. */
function SolvedDock({ answers, busy, onNext }: { answers: Answers; busy: boolean; onNext: () => void }) {
  const t = useRateWords()
  if (answers.solved === null) return <Button>{t('chooseOne')}</Button>
  return <Button kind="do" busy={busy} onClick={onNext}>{t(answers.solved === 'yes' ? 'next' : 'send')}</Button>
}

const lackingWord = { csat: 'csatChoose', paid: 'paidChoose', amount: 'paidFill' } as const

function SendDock({ answers, busy, onSend }: { answers: Answers; busy: boolean; onSend: () => void }) {
  const t = useRateWords()
  const first = lacking(answers)
  if (first) return <Button onClick={() => focusOn(first)}>{t(lackingWord[first])}</Button>
  return <Button kind="do" busy={busy} onClick={onSend}>{t('send')}</Button>
}

const lackingField = { csat: '[name=rating]', paid: '[name=paid]', amount: '[inputmode=decimal]' } as const
const focusOn = (what: keyof typeof lackingField) => document.querySelector<HTMLElement>(lackingField[what])?.focus()

function Thanks({ title }: { title: string }) {
  const t = useRateWords()
  return <Shell><Empty title={title}>{t('thanksNote')}</Empty></Shell>
}

/** Not solved: reopened at once, with nothing to fill in. */
function Reopened({ number }: { number: string }) {
  const t = useRateWords()
  const service = useCaseWords()
  return (
    <Shell>
      <div className="stack">
        <h1 className="answer">{t('sorry')}</h1>
        <p>{t('sorryNote')}</p>
        <Strip tone="good" icon={<CalendarClock />} title={t('sorryNext')}>
          <p className="second">{service('number', { number })}</p>
        </Strip>
      </div>
    </Shell>
  )
}

/** What was ticked, in words: the comment is read by people. */
function ticked(t: ReturnType<typeof useRateWords>, { solved, good }: Answers): string[] {
  const better = solved === 'partly' ? [t('partlySaid')] : []
  return [...better, ...good.map((one) => t(one as Praise))]
}
