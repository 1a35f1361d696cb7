import { Link } from '@tanstack/react-router'
import mark from '@/kit/brand/mark.svg'
import { useMay } from '@/kit/session'
import { words } from '../words'
import css from './frame.module.css'
import { openTo, type Place } from './nav'

function Entry({ place, badge }: { place: Place; badge?: number | undefined }) {
  const t = words.useT()
  const Icon = place.icon
  return (
    <Link to={place.to} className={css.entry} activeOptions={{ exact: place.to === '/' }} activeProps={{ 'data-here': true }} preload="intent">
      <Icon size={20} strokeWidth={1.75} aria-hidden />
      <span>{t(place.word)}</span>
      {badge ? <em>{badge > 99 ? '99+' : badge}</em> : null}
    </Link>
  )
}

/** 72 px: icon and word, only what the role may open; a badge counts what waits for me. */
export function Rail({ badges }: { badges: Record<string, number | undefined> }) {
  const t = words.useT()
  const open = openTo(useMay())
  return (
    <nav className={css.rail} aria-label={t('nav.main')}>
      <Link to="/" className={css.mark} aria-label={t('nav.home')}><img src={mark} alt="" width={36} height={36} /></Link>
      {open.filter((place) => !place.foot).map((place) => <Entry key={place.to} place={place} badge={badges[place.to]} />)}
      <span className={css.grow} />
      {open.filter((place) => place.foot).map((place) => <Entry key={place.to} place={place} />)}
    </nav>
  )
}
