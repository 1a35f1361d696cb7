import { useMutation } from '@tanstack/react-query'
import { CloudUpload, Info } from 'lucide-react'
import { useState } from 'react'
import { type RequestAnswer, type RequestBody, type ScannedUnit, sendRequest } from '@/api/portal'
import {
  type Attachments,
  AttachStep,
  deliver,
  type Draft,
  dropDraft,
  loadDraft,
  type Missing,
  missing,
  mobile,
  needsVisit,
  requestWords,
  saidWhat,
  useDraft,
  useRequestWords,
  WhatStep,
  WhoStep,
} from '@/features/portal-request'
import { inOneLine, language } from '@/i18n'
import { BrandBar, Button, Failure, go, Screen, Strip } from '@/kit/light'

interface PageProps {
  token: string
  unit: ScannedUnit
  attachments: Attachments
}

/** Choosing a time is a step of its own where somebody comes. */
const steps = (draft: Draft) => (needsVisit(draft) ? 3 : 2)

export function WhatPage({ token, unit, attachments }: PageProps) {
  const t = useRequestWords()
  const [draft, change] = useDraft(token)
  const ready = saidWhat(draft, attachments.list.length)
  const asking = draft.need === 'question'
  return (
    <Screen
      top={<BrandBar />}
      hint={ready ? null : <>{t(asking ? 'askEmpty' : 'sayEmpty')}</>}
      dock={
        <Button kind="do" onClick={() => (ready ? go(`/q/${token}/who`) : focusFirst())}>
          {ready ? t('toWho') : t(asking ? 'askFirst' : 'pickFirst')}
        </Button>
      }
    >
      <p className="second">{t('step', { at: 1, of: steps(draft) })}</p>
      <WhatStep unit={unit} draft={draft} onChange={change} onDanger={(kind) => go(`/q/${token}/danger${kind ? `?kind=${kind}` : ''}`)} />
      <AttachStep attachments={attachments} />
    </Screen>
  )
}

/** The dock of an unanswered page leads to the question. */
const focusFirst = () => document.querySelector<HTMLElement>('main input, main textarea')?.focus()

/** The customer's own words; what is asked for besides a repair goes before them, a symptom stands for them. */
function wordsOf(draft: Draft, unit: ScannedUnit): string {
  const t = requestWords.t
  const text = draft.text.trim()
  if (draft.need === 'maintenance') return inOneLine(t('maintain'), text)
  if (draft.need === 'relocation') return inOneLine(t('move'), text)
  const symptom = draft.need === 'repair' ? unit.symptoms.find(({ code }) => code === draft.symptom)?.name : undefined
  return text || symptom || t(draft.symptom ? 'unsure' : 'attachedOnly')
}

const bodyOf = (token: string, draft: Draft, unit: ScannedUnit): RequestBody => ({
  qr_token: token,
  product: '',
  category: '',
  order_type: draft.need,
  text: wordsOf(draft, unit),
  symptom: draft.need === 'repair' ? draft.symptom : null,
  name: draft.name.trim(),
  phone: mobile(draft.phone),
  address: needsVisit(draft) ? draft.address.trim() : '',
  when: needsVisit(draft) ? draft.when : null,
  lang: language(),
})

const dockWord = { name: 'fillName', phone: 'fillPhone', address: 'fillAddress', consent: 'tickConsent' } as const

interface WhoPageProps extends PageProps {
  onSent: (answer: RequestAnswer) => void
}

/** What goes with the request: where it is to be delivered, and how far it has come. */
interface Delivery {
  answer: RequestAnswer
  sent: number
}

/** Send the request, then its files. A danger's card is shown at once, and the files follow behind it. */
function useSending({ token, unit, attachments }: PageProps, draft: Draft, onSent: (answer: RequestAnswer) => void) {
  const [delivery, setDelivery] = useState<Delivery | null>(null)
  const delivering = useMutation({
    mutationFn: async (answer: RequestAnswer) => {
      const link = linkOf(answer)
      if (link === null || attachments.list.length === 0) return onSent(answer)
      if (answer.safety_card) onSent(answer)
      else setDelivery({ answer, sent: 0 })
      await deliver(link, attachments.list, (sent) => setDelivery({ answer, sent }))
      if (!answer.safety_card) onSent(answer)
    },
  })
  const asking = useMutation({
    mutationFn: () => sendRequest(bodyOf(token, loadDraft(token), unit), draft.key),
    onSuccess: (answer) => {
      dropDraft(token)
      delivering.mutate(answer)
    },
  })
  return { asking, delivering, delivery }
}

/** The link's token, by which the files reach the case; null when the case is somebody else's. */
const linkOf = ({ tracking_url: url }: RequestAnswer): string | null =>
  url ? (new URL(url, window.location.origin).pathname.split('/')[2] ?? null) : null

export function WhoPage(props: WhoPageProps) {
  const { token, attachments, onSent } = props
  const t = useRequestWords()
  const [draft, change] = useDraft(token)
  const [wrong, setWrong] = useState<Missing | null>(null)
  const { asking, delivering, delivery } = useSending(props, draft, onSent)
  const [first] = missing(draft)
  const press = () => {
    setWrong(first ?? null)
    if (!first) asking.mutate()
  }
  if (delivery) {
    const { answer, sent } = delivery
    return (
      <Delivering
        sent={sent}
        of={attachments.list.length}
        failed={delivering.isError}
        onAgain={() => delivering.mutate(answer)}
        onLater={() => onSent(answer)}
      />
    )
  }
  return (
    <Screen
      top={<BrandBar />}
      hint={first ? null : <><Info size={18} />{t('sendHint')}</>}
      dock={
        <Button kind="do" busy={asking.isPending} onClick={press}>
          {first ? t(dockWord[first]) : t('send')}
        </Button>
      }
    >
      <p className="second">{t('step', { at: 2, of: steps(draft) })}</p>
      <WhoStep draft={draft} onChange={change} wrong={wrong !== null && wrong === first ? wrong : null} />
      {asking.error && <Failure error={asking.error} onRetry={press} />}
    </Screen>
  )
}

interface DeliveringProps {
  sent: number
  of: number
  failed: boolean
  onAgain: () => void
  onLater: () => void
}

/** The request is in; its files are on their way, one after another. */
function Delivering({ sent, of, failed, onAgain, onLater }: DeliveringProps) {
  const t = useRequestWords()
  const dock = failed && (
    <>
      <Button onClick={onLater}>{t('filesLater')}</Button>
      <Button kind="do" onClick={onAgain}>{t('filesAgain')}</Button>
    </>
  )
  return (
    <Screen top={<BrandBar />} dock={dock || null}>
      <div className="stack" role="status">
        <Strip tone={failed ? 'warn' : 'good'} icon={<CloudUpload />} title={failed ? t('filesFailed') : t('sendingFiles', { n: Math.min(sent + 1, of), of })} />
        <progress value={sent} max={of} aria-label={t('attach')} />
      </div>
    </Screen>
  )
}
