import { useNow } from '../time'
import { ClockChip, nameOf } from './chip'
import { type ClockFace, lookOf, shareOf } from './face'
import css from './clock.module.css'

/** ◆ A clock as a bar for the detail page: used share, a hatched tail while it stands still, the chip at the right. */
export function ClockBar({ clock, onClick }: { clock: ClockFace; onClick?: () => void }) {
  const now = useNow()
  const look = lookOf(clock, now)
  const width = `${Math.round(shareOf(clock, now) * 100)}%`
  return (
    <div className={css.row} data-look={look}>
      <span className={css.rowName}>{nameOf(clock)}</span>
      <span className={css.track}>
        <i style={{ width }} />
        {look === 'paused' && <i className={css.hatched} />}
      </span>
      <ClockChip clock={clock} bare {...(onClick ? { onClick } : {})} />
    </div>
  )
}
