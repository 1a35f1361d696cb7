import './brand.css'
import { ALargeSmall } from 'lucide-react'
import { language, setLanguage } from '@/i18n'
import { useSession } from '../session'
import { setElderly, useElderly } from './elderly'
import { useT } from './words'

/** The mark: the roof over a line with a station. */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg className="mark" width={size} height={size} viewBox="0 0 40 40" aria-hidden>
      <rect width="40" height="40" rx="10" fill="var(--brand)" />
      <g fill="none" stroke="#fff" strokeWidth="3.2" strokeLinecap="round" strokeLinejoin="round">
        <path d="M11 17.5 20 10l9 7.5" />
        <path d="M6 27.5h8M26 27.5h8" />
        <circle cx="20" cy="27.5" r="4.6" />
      </g>
    </svg>
  )
}

/** The other language on this device; who has a profile keeps it there too (`onSwitch`). */
export function LanguageButton({ onSwitch }: { onSwitch?: (lang: 'zh' | 'en') => void }) {
  const t = useT()
  const other = () => {
    setLanguage(language() === 'en' ? 'zh-CN' : 'en')
    onSwitch?.(language() === 'en' ? 'en' : 'zh')
  }
  return (
    <button type="button" className="pillbutton" aria-label={t('otherLanguageName')} onClick={other}>
      <span>{t('otherLanguage')}</span>
    </button>
  )
}

export function LargeButton() {
  const t = useT()
  const large = useElderly()
  return (
    <button type="button" className="pillbutton" aria-pressed={large} onClick={() => setElderly(!large)}>
      <span>
        <ALargeSmall size={20} />
        {t('large')}
      </span>
    </button>
  )
}

/** The customer's top bar: whose service this is, larger type, the other language. */
export function BrandBar() {
  const t = useT()
  const { data } = useSession()
  return (
    <header className="brandbar">
      <Mark />
      <strong>{data?.brand && t('service', { brand: data.brand })}</strong>
      <LargeButton />
      <LanguageButton />
    </header>
  )
}
