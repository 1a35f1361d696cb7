import { momentOf, useNow } from '../time'
import { term } from '../terms'
import { words } from '../words'
import css from './stage.module.css'

/** Customer-visible stages of a case, in order. */
export const stages = ['reported', 'response', 'dispatch', 'visit', 'repair', 'revisit', 'archive'] as const

const miniWidth = 66
const inset = 5
const step = (miniWidth - 2 * inset) / (stages.length - 1)

/** Where the stop of a stage stands on the mini line, in pixels. */
export const stopAt = (index: number): number => inset + step * index

/** ◆ The case as a line with seven stops, 66 × 10, with the word beside it. */
export function StageMini({ index, late = false, word }: { index: number; late?: boolean; word?: string }) {
  const here = stopAt(index)
  const said = word ?? term('stage', stages[index])
  return (
    <span className={css.mini} data-late={late}>
      <svg width={miniWidth} height="10" viewBox={`0 0 ${miniWidth} 10`} aria-hidden>
        <line x1={inset} x2={miniWidth - 2} y1="5" y2="5" className={css.ahead} />
        <line x1="2" x2={here} y1="5" y2="5" className={css.behind} />
        {stages.map((code, stop) => (
          <circle key={code} cx={stopAt(stop)} cy="5" r="1.6" className={stop < index ? css.passed : css.coming} />
        ))}
        <circle cx={here} cy="5" r="3.4" className={css.here} />
      </svg>
      <span>{said}</span>
    </span>
  )
}

export interface Stop {
  code: string
  name?: string
  state: 'done' | 'current' | 'ahead' | 'skipped'
  at?: string | null
  late?: boolean
  /** What the current stop waits for. */
  note?: string | null
}

/** ◆ The full line with times, for the head of a case. */
export function StageLine({ stops }: { stops: Stop[] }) {
  const t = words.useT()
  const now = useNow()
  return (
    <ol className={css.line}>
      {stops.map((stop) => (
        <li key={stop.code} data-state={stop.state} data-late={stop.late ?? false} aria-current={stop.state === 'current' ? 'step' : undefined}>
          <i />
          <b>{stop.name ?? term('stage', stop.code)}</b>
          <small>{stop.note ?? (stop.state === 'skipped' ? t('stage.skipped') : stop.at ? momentOf(stop.at, now) : '—')}</small>
        </li>
      ))}
    </ol>
  )
}
