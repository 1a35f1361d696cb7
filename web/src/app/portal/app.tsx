import { useQuery } from '@tanstack/react-query'
import { ScanLine } from 'lucide-react'
import { useState } from 'react'
import { type RequestAnswer, scanned } from '@/api/portal'
import { asProblem } from '@/api/problem'
import { useCaseWords } from '@/features/portal-case'
import { requestWords, SafetyPage, useAttachments, useRequestWords } from '@/features/portal-request'
import { BrandBar, Empty, go, match, Screen, tell, Toaster, usePath } from '@/kit/light'
import { useSession } from '@/kit/session'
import { useCase } from './case'
import { ChatPage } from './chat'
import { DangerPage } from './danger'
import { DemoUnits, FrontPage } from './front'
import { LandingPage } from './landing'
import { RatePage } from './rate'
import { WhatPage, WhoPage } from './request'
import { TimePage } from './time'
import { TrackPage } from './track'
import { VerifyPage } from './verify'
import { Waiting } from './waiting'

/** `/q/{code}` asks, `/t/{link}` follows, `/r/{link}` rates. */
export function PortalApp() {
  useSession()
  return (
    <>
      <Page />
      <Toaster />
    </>
  )
}

function Page() {
  const path = usePath()
  const unit = match('/q/:token', path) ?? match('/q/:token/:page', path)
  if (unit) return <UnitPages token={unit['token'] ?? ''} page={unit['page']} />
  const followed = match('/t/:token', path) ?? match('/t/:token/:page', path)
  if (followed) return <CasePages token={followed['token'] ?? ''} page={followed['page']} />
  const rated = match('/r/:token', path)
  if (rated) return <RatePage token={rated['token'] ?? ''} />
  return path === '/portal' ? <FrontPage /> : <NoCode />
}

interface PagesProps {
  token: string
  page: string | undefined
}

function UnitPages({ token, page }: PagesProps) {
  const unit = useQuery({ queryKey: ['unit', token], queryFn: () => scanned(token) })
  const [answer, setAnswer] = useState<RequestAnswer | null>(null)
  const attachments = useAttachments()
  if (unit.error && asProblem(unit.error).status === 404) return <NoCode />
  if (!unit.data) return <Waiting error={unit.error} onRetry={() => void unit.refetch()} />
  const sent = (received: RequestAnswer) => {
    setAnswer(received)
    if (!received.safety_card) follow(received)
  }
  if (answer?.safety_card) {
    const { danger, call, steps } = answer.safety_card
    return <SafetyPage told danger={danger} acts={steps} line={call || null} onMistaken={() => follow(answer)} />
  }
  if (answer && !answer.tracking_url) return <Joined number={answer.ticket_number} files={attachments.list.length} />
  if (page === 'what') return <WhatPage token={token} unit={unit.data} attachments={attachments} />
  if (page === 'who') return <WhoPage token={token} unit={unit.data} attachments={attachments} onSent={sent} />
  if (page === 'danger') return <DangerPage home={`/q/${token}`} />
  return <LandingPage token={token} unit={unit.data} />
}

/** On to the case: choosing a time comes first there. Without a link there is nothing to follow. */
function follow({ tracking_url: url, joined }: RequestAnswer): void {
  if (!url) return
  const link = new URL(url, window.location.origin).pathname
  if (joined) tell(requestWords.t('joined'))
  go(joined ? link : `${link}/time`)
}

function CasePages({ token, page }: PagesProps) {
  const found = useCase(token)
  if (!found.data) return <Waiting error={found.error} onRetry={() => void found.refetch()} />
  if (page === 'chat') return <ChatPage token={token} of={found.data} />
  if (page === 'verify') return <VerifyPage token={token} of={found.data} />
  if (page === 'time' && (found.data.may.book || found.data.may.reschedule)) return <TimePage token={token} helpLine={null} />
  return <TrackPage token={token} of={found.data} />
}

/** Somebody of this home has told us already; whose case it is, is not shown to who only typed a number. */
function Joined({ number, files }: { number: string; files: number }) {
  const t = useRequestWords()
  const service = useCaseWords()
  return (
    <Screen top={<BrandBar />}>
      <Empty title={t('joined')}>
        <p>{t('joinedNote')}</p>
        {files > 0 && <p>{t('filesJoined')}</p>}
        <p className="note">{service('number', { number })}</p>
      </Empty>
    </Screen>
  )
}

function NoCode() {
  const t = useRequestWords()
  return (
    <Screen top={<BrandBar />}>
      <Empty title={t('unknownCode')}>
        <ScanLine size={40} />
        <p>{t('unknownCodeNote')}</p>
      </Empty>
      <DemoUnits />
    </Screen>
  )
}
