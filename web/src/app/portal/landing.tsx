import { ChevronRight, Droplets, Flame, MessageCircle, PencilLine, Truck, Wrench } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ScannedUnit } from '@/api/portal'
import { CoverageNote, type Draft, hasDraft, UnitCard, useDraft, useRequestWords } from '@/features/portal-request'
import { BrandBar, go, Link, Screen, Strip } from '@/kit/light'

/** After the scan: the unit, what it costs, then what the customer needs. */
export function LandingPage({ token, unit }: { token: string; unit: ScannedUnit }) {
  const t = useRequestWords()
  const began = hasDraft(token)
  return (
    <Screen sunk top={<BrandBar />} hint={null} tabs={<DangerLine token={token} />}>
      <div className="band stack">
        <UnitCard unit={unit} />
        <CoverageNote coverage={unit.coverage} />
      </div>
      <section className="stack">
        <h2 className="title">{t('needWhat')}</h2>
        {began && (
          <Strip
            tone="info"
            icon={<PencilLine />}
            title={t('continueDraft')}
            aside={<Link href={`/q/${token}/what`}>{t('continueDraftGo')}</Link>}
          />
        )}
        <Needs token={token} />
        <p className="second">{t('noLogin')}</p>
      </section>
    </Screen>
  )
}

function Needs({ token }: { token: string }) {
  const t = useRequestWords()
  const [, change] = useDraft(token)
  const start = (need: Draft['need']) => {
    change({ need })
    go(`/q/${token}/what`)
  }
  const need = (what: Draft['need'], icon: ReactNode, title: string, note: string) => (
    <button type="button" className="need" style={{ textAlign: 'start' }} onClick={() => start(what)}>
      {icon}
      <div>
        <strong>{title}</strong>
        <span className="second">{note}</span>
      </div>
      <ChevronRight size={20} />
    </button>
  )
  return (
    <div className="stack">
      {need('repair', <Wrench />, t('repair'), t('repairNote'))}
      {need('maintenance', <Droplets />, t('maintain'), t('maintainNote'))}
      {need('relocation', <Truck />, t('move'), t('moveNote'))}
      {need('question', <MessageCircle />, t('ask'), t('askNote'))}
    </div>
  )
}

function DangerLine({ token }: { token: string }) {
  const t = useRequestWords()
  return (
    <button type="button" className="dangerline" onClick={() => go(`/q/${token}/danger`)}>
      <Flame size={22} />
      {t('dangerAsk')}
      <strong>{t('dangerGo')}</strong>
    </button>
  )
}
