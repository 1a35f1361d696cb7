import './frame.css'
import { ChevronLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from './cx'
import { back } from './route'
import { useT } from './words'

interface ScreenProps {
  /** say: the title and the state of sync. */
  top: ReactNode
  /** show: the content; it scrolls. */
  children: ReactNode
  /** hint: one line on what the next tap causes and who is told. */
  hint?: ReactNode
  /** do: the buttons under the thumb. */
  dock?: ReactNode
  tabs?: ReactNode
  sunk?: boolean
  /** The dock's buttons stand above each other (elderly mode, safety card). */
  tall?: boolean
}

/** Four bands: say, show, hint, do. */
export function Screen({ top, children, hint, dock, tabs, sunk = false, tall = false }: ScreenProps) {
  const foot = hint ?? dock ?? tabs
  return (
    <div className={cx('screen', sunk && 'sunk')}>
      {top}
      <main>{children}</main>
      {foot !== undefined && foot !== null && (
        <footer className="foot">
          {hint && <div className="foot-hint">{hint}</div>}
          {dock && <div className={cx('dock', tall && 'tall')}>{dock}</div>}
          {tabs}
        </footer>
      )}
    </div>
  )
}

interface TopBarProps {
  title: ReactNode
  /** Where back leads when the page was opened by a link; no arrow when left out. */
  backTo?: string | undefined
  aside?: ReactNode
  under?: ReactNode
  large?: boolean
}

export function TopBar({ title, backTo, aside, under, large = false }: TopBarProps) {
  return (
    <header className="topbar">
      <div className="topbar-line">
        {backTo !== undefined && <BackButton to={backTo} />}
        <h1 className={cx(large && 'large')}>{title}</h1>
        {aside}
      </div>
      {under}
    </header>
  )
}

function BackButton({ to }: { to: string }) {
  const t = useT()
  return (
    <button type="button" className="topbar-back" aria-label={t('back')} onClick={() => back(to)}>
      <ChevronLeft />
    </button>
  )
}
