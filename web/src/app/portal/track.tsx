import { CalendarClock, CalendarDays, CircleX, FileText, MessageCircle, Phone, ShieldCheck, Siren, Star, TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { SafetyCard, Tracking } from '@/api/portal'
import { CaseHead, EngineerCard, LastLeg, useCaseWords, VideoRoom } from '@/features/portal-case'
import { inOneLine } from '@/i18n'
import { BrandBar, Button, CallButton, go, Link, Screen, Strip, suggestElderly } from '@/kit/light'
import { CancelSheet } from './cancel'
import { PressSheet } from './press'
import { RescheduleSheet } from './reschedule'

type Open = 'reschedule' | 'cancel' | 'press' | null

/** The signed link: where it stands, who comes, what may be changed. */
export function TrackPage({ token, of }: { token: string; of: Tracking }) {
  const t = useCaseWords()
  const [open, setOpen] = useState<Open>(null)
  useEffect(() => {
    if (of.elderly) suggestElderly()
  }, [of.elderly])
  const close = () => setOpen(null)
  const top = (
    <>
      <BrandBar />
      <CaseHead of={of} />
    </>
  )
  return (
    <Screen sunk top={top} hint={of.engineer?.phone && !of.may.rate && t('relay')} dock={<NextStep token={token} of={of} />}>
      <div className="stack">
        {of.safety_card && <Danger card={of.safety_card} />}
        {of.video_url && <VideoRoom url={of.video_url} />}
        {of.last_leg && <LastLeg leg={of.last_leg} name={of.engineer?.name ?? ''} />}
        {of.engineer && <EngineerCard engineer={of.engineer} />}
        <Acts token={token} of={of} onOpen={setOpen} />
        <Money of={of} />
        <Verify token={token} of={of} />
        {of.record_url && <Record url={of.record_url} />}
        <p className="note">{t('number', { number: of.number })}</p>
      </div>
      {open === 'reschedule' && <RescheduleSheet token={token} of={of} onClose={close} />}
      {open === 'cancel' && <CancelSheet token={token} onClose={close} />}
      {open === 'press' && <PressSheet token={token} presses={of.presses} onClose={close} />}
    </Screen>
  )
}

/** A case that began with danger keeps its card on top until it is closed. */
function Danger({ card }: { card: SafetyCard }) {
  return (
    <Strip tone="danger" icon={<TriangleAlert />} title={card.title}>
      <ol>
        {card.steps.map(({ title }, index) => (
          <li key={title}>{`${index + 1}. ${title}`}</li>
        ))}
      </ol>
    </Strip>
  )
}

/** The dock: the one thing to do next in this state of the case. */
function NextStep({ token, of }: { token: string; of: Tracking }) {
  const t = useCaseWords()
  if (of.may.rate && of.rate_url) {
    const address = new URL(of.rate_url, window.location.origin).pathname
    return <Button kind="do" icon={<Star />} onClick={() => go(address)}>{t('rateIt')}</Button>
  }
  if (of.may.book) {
    return <Button kind="do" icon={<CalendarDays />} onClick={() => go(`/t/${token}/time`)}>{t('chooseTime')}</Button>
  }
  if (of.engineer?.phone) {
    return <CallButton kind="do" number={of.engineer.phone} icon={<Phone />}>{t('callEngineer', { name: of.engineer.name })}</CallButton>
  }
  if (!of.may.chat) return null
  return <Button kind="do" icon={<MessageCircle />} onClick={() => go(`/t/${token}/chat`)}>{t('writeUs')}</Button>
}

function Acts({ token, of, onOpen }: { token: string; of: Tracking; onOpen: (open: Open) => void }) {
  const t = useCaseWords()
  const { may } = of
  if (!may.reschedule && !may.chat && !may.press && !may.cancel) return null
  return (
    <section className="card acts">
      {may.reschedule && <button type="button" onClick={() => onOpen('reschedule')}><CalendarClock />{t('reschedule')}</button>}
      {may.chat && <button type="button" onClick={() => go(`/t/${token}/chat`)}><MessageCircle />{t('chat')}</button>}
      {may.press && <button type="button" onClick={() => onOpen('press')}><Siren />{t('press')}</button>}
      {may.cancel && <button type="button" onClick={() => onOpen('cancel')}><CircleX />{t('cancel')}</button>}
    </section>
  )
}

/** What the customer pays, and why, before anything is spent. */
function Money({ of: { coverage, fee } }: { of: Tracking }) {
  const t = useCaseWords()
  if (!fee) return null
  const cover = coverage && inOneLine(t(coverage.covered ? 'inWarranty' : 'outOfWarranty'), t(coverage.stage))
  return (
    <section className="card">
      <div className="row apart">
        <span style={{ flex: 'none' }}>{t('youPay')}</span>
        <span className="row">
          {cover && <span className="second">{cover}</span>}
          <span className="money">¥{Number(fee.amount)}</span>
        </span>
      </div>
      {fee.note && <p className="second">{fee.note}</p>}
    </section>
  )
}

function Verify({ token, of }: { token: string; of: Tracking }) {
  const t = useCaseWords()
  if (of.verified || !of.phone_masked) return null
  return (
    <Strip
      icon={<ShieldCheck />}
      aside={<Link href={`/t/${token}/verify`}>{t('verifyGo')}</Link>}
    >
      {t('verifyAsk')}
    </Strip>
  )
}

function Record({ url }: { url: string }) {
  const t = useCaseWords()
  return (
    <a className="link" href={url}>
      <FileText size={20} />
      {t('record')}
    </a>
  )
}
