import './safety.css'
import { BellRing, Flame, Phone, ShieldAlert, Zap } from 'lucide-react'
import type { DangerCode } from '@/api/portal'
import { useLanguage } from '@/i18n'
import { Button, CallButton } from '@/kit/light'
import { type Act, actsOf, dangerWords } from './dangers'

const icons: Partial<Record<DangerCode, typeof Flame>> = { gas: Flame, fire: Flame, electricity: Zap }

interface SafetyPageProps {
  danger: DangerCode
  /** The card as the house has it now; without one the page's own words. */
  acts?: readonly Act[] | undefined
  /** The service's safety line; without one the emergency number leads. */
  line: string | null
  /** A request with this danger was received, so people on duty are told. */
  told: boolean
  onMistaken: () => void
}

/** Danger replaces the page: the acts in order, a call, and nothing else. */
export function SafetyPage({ danger, acts, line, told, onMistaken }: SafetyPageProps) {
  const t = dangerWords.useT()
  const lang = useLanguage()
  const Icon = icons[danger] ?? ShieldAlert
  return (
    <div className="safety" role="alert">
      <header className="safety-head">
        <Icon size={34} />
        <div>
          <h1>{t('first')}</h1>
          <p>{t('firstNote')}</p>
        </div>
      </header>
      <div className="safety-body">
        <ol>
          {(acts ?? actsOf(danger, lang)).map(({ title, detail }, index) => (
            <li key={title} className="safety-act">
              <b>{index + 1}</b>
              <div>
                <strong>{title}</strong>
                {detail}
              </div>
            </li>
          ))}
        </ol>
        {told && (
          <div className="safety-note">
            <BellRing />
            <p>
              <strong>{t('told')}</strong>
              <br />
              {t('toldNote')}
            </p>
          </div>
        )}
        <div className="safety-note">
          <ShieldAlert />
          <p>{t('others')}</p>
        </div>
      </div>
      <SafetyDock danger={danger} line={line} onMistaken={onMistaken} />
    </div>
  )
}

type SafetyDockProps = Omit<SafetyPageProps, 'told' | 'acts'>

function SafetyDock({ danger, line, onMistaken }: SafetyDockProps) {
  const t = dangerWords.useT()
  const emergency = danger === 'co' || danger === 'person' ? '120' : '119'
  const outside = danger === 'gas' ? t('callLine') : t('callLineAny')
  return (
    <footer className="foot">
      <div className="dock">
        <CallButton kind="danger" number={line ?? emergency} icon={<Phone />}>
          {line ? outside : t('call', { number: emergency })}
        </CallButton>
      </div>
      <div className="dock" style={{ paddingTop: 0 }}>
        {line && <CallButton number={emergency}>{t('call', { number: emergency })}</CallButton>}
        <Button onClick={onMistaken}>{t('mistaken')}</Button>
      </div>
    </footer>
  )
}
