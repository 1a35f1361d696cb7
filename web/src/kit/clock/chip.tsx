import { exact, spanOf, useNow } from '../time'
import { term } from '../terms'
import { words } from '../words'
import { type ClockFace, dueOf, lookOf, saidOf, shareOf } from './face'
import { ClockSymbol } from './symbol'
import css from './clock.module.css'

interface Props {
  clock: ClockFace
  /** Leave out the clock's name where the row already says it. */
  bare?: boolean
  onClick?: () => void
}

/** 首次联系, or 首次联系 2 on the second visit. */
export const nameOf = (clock: ClockFace): string =>
  clock.round && clock.round > 1 ? `${term('clock', clock.name)} ${clock.round}` : term('clock', clock.name)

/** Everything the chip rounds away: the due second and the counted time. */
function hint(clock: ClockFace): string {
  const { t } = words
  const due = dueOf(clock)
  const used = t('clock.usedOf', { used: spanOf(clock.used_s), allowed: spanOf(clock.allowed_s) })
  const paused = clock.state === 'paused' && clock.paused_reason ? `${t('clock.pausedFor', { reason: clock.paused_reason })}\n` : ''
  return paused + (due ? `${t('clock.dueAt', { at: exact(due) })}\n${used}` : used)
}

/** ◆ symbol · clock's name · what is left. Colour never speaks alone; a click opens the proof. */
export function ClockChip({ clock, bare = false, onClick }: Props) {
  const now = useNow()
  const look = lookOf(clock, now)
  const content = (
    <>
      <ClockSymbol look={look} share={shareOf(clock, now)} />
      {!bare && <span>{nameOf(clock)}</span>}
      <b>{saidOf(clock, now)}</b>
    </>
  )
  const shared = { className: css.chip, 'data-look': look, title: hint(clock) }
  if (!onClick) return <span {...shared}>{content}</span>
  return (
    <button
      type="button" {...shared}
      onClick={(event) => {
        event.stopPropagation()
        onClick()
      }}
    >
      {content}
    </button>
  )
}
