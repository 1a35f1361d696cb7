import './line.css'
import { Check, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { pieceBefore, type StationState } from './line.geometry'
import { useT } from './words'

/** The dot of a line: tick for done, large ring for now, hollow ring for later. */
export function Station({ state, late = false }: { state: StationState; late?: boolean }) {
  return (
    <span className={cx('station', state, late && 'late')} aria-hidden>
      {state === 'done' && <Check size={14} strokeWidth={3.5} />}
      {state === 'failed' && <X size={14} strokeWidth={3.5} />}
    </span>
  )
}

export interface Stage {
  code: string
  name: string
  state: StationState
  late?: boolean
}

/** A case or a visit as stations side by side; `accent` where the next step is ours to do. */
export function StageLine({ stages, accent = false, onPick }: {
  stages: readonly Stage[]
  accent?: boolean
  /** Stations that can be gone to; without it the line is only read. */
  onPick?: (code: string) => void
}) {
  const t = useT()
  const states = stages.map((stage) => stage.state)
  return (
    <ol className={cx('stageline', accent && 'accent')}>
      {stages.map(({ code, name, state, late = false }, index) => {
        const said = t(state === 'failed' ? 'failedStation' : state) + (late ? `, ${t('late')}` : '')
        return (
          <li key={code} className={pieceBefore(states, index) ?? ''} aria-current={state === 'now' ? 'step' : undefined}>
            <Station state={state} late={late} />
            <span className={cx(state === 'now' && 'at')} aria-hidden>
              {name}
            </span>
            <Said pick={onPick && (() => onPick(code))}>{t('station', { at: index + 1, of: stages.length, name, state: said })}</Said>
          </li>
        )
      })}
    </ol>
  )
}

/** What a screen reader hears of a station; over the whole station a button where it can be gone to. */
function Said({ pick, children }: { pick?: (() => void) | undefined; children: string }) {
  if (!pick) return <span className="heard">{children}</span>
  return <button type="button" className="stage-pick" aria-label={children} onClick={pick} />
}

/** Stations below each other; with times it is a timetable. */
export function RouteLine({ children, times = true }: { children: ReactNode; times?: boolean }) {
  return <ol className={cx('routeline', 'accent', !times && 'timeless')}>{children}</ol>
}

interface RouteStopProps {
  time?: string
  state: StationState
  /** How the line goes on below this stop: the road still to travel is dotted. */
  onward?: 'ridden' | 'dotted' | 'ahead'
  children: ReactNode
  /** A card as wide as the whole line, below the stop's first row. */
  card?: ReactNode
}

export function RouteStop({ time, state, onward = 'ahead', children, card }: RouteStopProps) {
  const t = useT()
  return (
    <li className={onward} aria-current={state === 'now' ? 'step' : undefined}>
      {time !== undefined && <time>{time}</time>}
      <span className="dot">
        <Station state={state} />
        <span className="heard">{t(state === 'failed' ? 'failedStation' : state)}</span>
      </span>
      <div className="what">{children}</div>
      {card && <div className="span">{card}</div>}
    </li>
  )
}

/** The day in one bar: one piece per visit. */
export function DayBar({ states }: { states: readonly StationState[] }) {
  return (
    <div className="daybar" aria-hidden>
      {states.map((state, index) => (
        <i key={index} className={state} />
      ))}
    </div>
  )
}
