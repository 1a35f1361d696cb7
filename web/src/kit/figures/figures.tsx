import { ArrowDown, Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Tag } from '../basics'
import { words } from '../words'
import { along, shares, sparkline } from './geometry'
import css from './figures.module.css'

export interface Figure {
  name: ReactNode
  value: string
  target?: string | undefined
  /** How it stands against the target; nothing where there is none. */
  standing?: 'met' | 'near' | 'missed' | undefined
  trend?: readonly number[] | undefined
  trendTarget?: number | null | undefined
  change?: string | undefined
  /** What stands at the right of the foot: n, reply rate. */
  note?: ReactNode
  /** False under the minimum sample: the figure turns grey and says so. */
  enough?: boolean | undefined
  onOpen?: (() => void) | undefined
}

const width = 150
const height = 22

function Trend({ values, target }: { values: readonly number[]; target?: number | null | undefined }) {
  const line = sparkline(values, width, height, target)
  return (
    <svg className={css.trend} viewBox={`-3 -3 ${width + 8} ${height + 6}`} preserveAspectRatio="none" aria-hidden>
      {line.targetY !== null && <line x1="0" x2={width} y1={line.targetY} y2={line.targetY} className={css.target} />}
      <path d={line.path} />
      <circle cx={line.end[0]} cy={line.end[1]} r="3" />
    </svg>
  )
}

function Standing({ figure }: { figure: Figure }) {
  const t = words.useT()
  if (figure.enough === false) return <Tag>{t('figure.few')}</Tag>
  if (figure.standing === 'met') return <Tag tone="good" icon={<Check size={12} />}>{t('figure.met')}</Tag>
  if (figure.standing === 'near') return <Tag tone="soon" icon={<ArrowDown size={12} />}>{t('figure.near')}</Tag>
  if (figure.standing === 'missed') return <Tag tone="bad" icon={<ArrowDown size={12} />}>{t('figure.missed')}</Tag>
  return null
}

/** ◆ Value, target, state, trend, change, n. Every figure opens its rows. */
export function FigureCard({ figure }: { figure: Figure }) {
  const t = words.useT()
  return (
    <button type="button" className={css.figure} data-enough={figure.enough ?? true} onClick={figure.onOpen} disabled={!figure.onOpen}>
      <span className={css.head}><b>{figure.name}</b><Standing figure={figure} /></span>
      <span className={css.value}><strong>{figure.value}</strong> {figure.target && <small>{t('figure.target', { value: figure.target })}</small>}</span>
      {figure.trend && figure.trend.length > 1 && <Trend values={figure.trend} target={figure.trendTarget} />}
      <span className={css.foot}>
        <small>{figure.change && t('figure.change', { change: figure.change })}</small>
        <small>{figure.note}</small>
      </span>
    </button>
  )
}

/** ◆ A row of figures that touch. */
export const FigureRow = ({ figures }: { figures: readonly Figure[] }) => (
  <div className={css.row} style={{ gridTemplateColumns: `repeat(${figures.length}, 1fr)` }}>
    {figures.map((figure, index) => <FigureCard key={index} figure={figure} />)}
  </div>
)

/** ◆ Attainment as a dot against a target tick, so that no bar has to be cut. Values in percent. */
export function Attainment({ name, value, target, low = 60 }: { name: string; value: number; target: number; low?: number }) {
  const at = along(value, low, 100)
  const tick = along(target, low, 100)
  const missed = value < target
  return (
    <div className={css.attainment} data-missed={missed}>
      <span>{name}</span>
      <span className={css.scale}>
        <i style={{ left: `${Math.min(at, tick)}%`, width: `${Math.abs(tick - at)}%` }} />
        <b style={{ left: `${tick}%` }} />
        <em style={{ left: `${at}%` }} />
      </span>
      <span><strong>{value.toFixed(1)}%</strong> / {target}%</span>
    </div>
  )
}

/** ◆ How old the open work is, from fresh to too old. */
export function AgeBar({ parts, title }: { parts: readonly number[]; title?: string }) {
  return (
    <span className={css.age} title={title ?? parts.join(' · ')}>
      {shares(parts).map((share, index) => share > 0 && <i key={index} data-step={index} style={{ width: `${share}%` }} />)}
    </span>
  )
}
