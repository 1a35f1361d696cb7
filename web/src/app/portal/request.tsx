import { useMutation } from '@tanstack/react-query'
import { Info } from 'lucide-react'
import { useState } from 'react'
import { type RequestAnswer, type RequestBody, type ScannedUnit, sendRequest } from '@/api/portal'
import {
  type Draft,
  dropDraft,
  loadDraft,
  type Missing,
  missing,
  mobile,
  requestWords,
  saidWhat,
  useDraft,
  useRequestWords,
  WhatStep,
  WhoStep,
} from '@/features/portal-request'
import { language } from '@/i18n'
import { BrandBar, Button, Failure, go, Screen } from '@/kit/light'

interface PageProps {
  token: string
  unit: ScannedUnit
}

export function WhatPage({ token, unit }: PageProps) {
  const t = useRequestWords()
  const [draft, change] = useDraft(token)
  const ready = saidWhat(draft)
  return (
    <Screen
      top={<BrandBar name={t('brandService', { brand: unit.brand })} />}
      hint={ready ? null : <>{t('sayEmpty')}</>}
      dock={
        <Button kind="do" onClick={() => (ready ? go(`/q/${token}/who`) : focusFirst())}>
          {ready ? t('toWho') : t('pickFirst')}
        </Button>
      }
    >
      <p className="second">{t('step', { at: 1, of: 3 })}</p>
      <WhatStep unit={unit} draft={draft} onChange={change} onDanger={(kind) => go(`/q/${token}/danger${kind ? `?kind=${kind}` : ''}`)} />
    </Screen>
  )
}

/** The dock of an unanswered page leads to the question. */
const focusFirst = () => document.querySelector<HTMLElement>('main input, main textarea')?.focus()

/** What is asked for besides a repair goes before the customer's own words. */
function wordsOf(draft: Draft): string {
  const text = draft.text.trim()
  if (draft.need === 'maintenance') return `${requestWords.t('maintain')}：${text}`
  if (draft.need === 'relocation') return `${requestWords.t('move')}：${text}`
  return text
}

const orderType = { repair: 'repair', maintenance: 'maintenance', relocation: 'relocation', question: 'repair' } as const

const bodyOf = (token: string, draft: Draft): RequestBody => ({
  qr_token: token,
  product: '',
  category: '',
  order_type: orderType[draft.need],
  text: wordsOf(draft),
  symptom: draft.need === 'repair' ? draft.symptom : null,
  name: draft.name.trim(),
  phone: mobile(draft.phone),
  address: draft.address.trim(),
  when: draft.when,
  lang: language(),
})

const dockWord = { name: 'fillName', phone: 'fillPhone', address: 'fillAddress', consent: 'tickConsent' } as const

interface WhoPageProps extends PageProps {
  onSent: (answer: RequestAnswer) => void
}

export function WhoPage({ token, unit, onSent }: WhoPageProps) {
  const t = useRequestWords()
  const [draft, change] = useDraft(token)
  const [wrong, setWrong] = useState<Missing | null>(null)
  const sending = useMutation({
    mutationFn: () => sendRequest(bodyOf(token, loadDraft(token)), draft.key),
    onSuccess: (answer) => {
      dropDraft(token)
      onSent(answer)
    },
  })
  const [first] = missing(draft)
  const press = () => {
    setWrong(first ?? null)
    if (!first) sending.mutate()
  }
  return (
    <Screen
      top={<BrandBar name={t('brandService', { brand: unit.brand })} />}
      hint={first ? null : <><Info size={18} />{t('sendHint')}</>}
      dock={
        <Button kind="do" busy={sending.isPending} onClick={press}>
          {first ? t(dockWord[first]) : t('send')}
        </Button>
      }
    >
      <p className="second">{t('step', { at: 2, of: 3 })}</p>
      <WhoStep draft={draft} onChange={change} wrong={wrong !== null && wrong === first ? wrong : null} />
      {sending.error && <Failure error={sending.error} onRetry={press} />}
    </Screen>
  )
}
