import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { rate, type Rating as Facts, type RatingAnswer, rating } from '@/api/portal'
import { useCaseWords } from '@/features/portal-case'
import { type Answers, lacking, MoreQuestions, noAnswers, SolvedQuestion, toBody, useRateWords } from '@/features/portal-rate'
import { BrandBar, Button, Empty, Failure, go, Screen } from '@/kit/light'
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
  const sending = useMutation({ mutationFn: (given: Answers) => rate(token, toBody(given), key) })
  const change = (part: Partial<Answers>) => setAnswers({ ...answers, ...part })
  if (facts.answered && !sending.data) return <Thanks title={t('already')} />
  if (sending.data?.reopened) return <Reopened answer={sending.data} />
  if (sending.data) return <Thanks title={t('thanks')} />
  const next = () => (answers.solved === 'no' ? sending.mutate(answers) : setPage('more'))
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
        <MoreQuestions facts={facts} answers={answers} onChange={change} />
      )}
      {sending.error && <Failure error={sending.error} />}
    </Shell>
  )
}

function Shell({ children, dock }: { children: React.ReactNode; dock?: React.ReactNode }) {
  const t = useCaseWords()
  return <Screen top={<BrandBar name={t('service')} />} dock={dock}>{children}</Screen>
}

/** A question to be answered has no accent button: it appears once there is an answer. */
function SolvedDock({ answers, busy, onNext }: { answers: Answers; busy: boolean; onNext: () => void }) {
  const t = useRateWords()
  if (answers.solved === null) return <Button>{t('chooseOne')}</Button>
  return <Button kind="do" busy={busy} onClick={onNext}>{t(answers.solved === 'no' ? 'send' : 'next')}</Button>
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

/** Not solved: reopened at once, and straight to a new time. */
function Reopened({ answer }: { answer: RatingAnswer }) {
  const t = useRateWords()
  const link = answer.tracking_url && new URL(answer.tracking_url, window.location.origin).pathname
  const dock = link && (
    <>
      <Button narrow onClick={() => go(link)}>{t('sorryTrack')}</Button>
      <Button kind="do" onClick={() => go(`${link}/time`)}>{t('sorryTime')}</Button>
    </>
  )
  return (
    <Shell dock={dock}>
      <div className="stack">
        <h1 className="answer">{t('sorry')}</h1>
        <p>{t('sorryNote')}</p>
      </div>
    </Shell>
  )
}
