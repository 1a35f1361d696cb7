import { createContext, type ReactNode, use } from 'react'
import { createPortal } from 'react-dom'
import css from './page.module.css'

/** The places of the frame that a page fills: the title at the left of the top bar and its own actions. */
export const SlotContext = createContext<{ title: HTMLElement | null }>({ title: null })

/** The page's title or breadcrumb, put into the top bar. */
export function PageTitle({ children }: { children: ReactNode }) {
  const { title } = use(SlotContext)
  return title && createPortal(children, title)
}

/** 48 px under the top bar: filters left, figures and actions right. */
export const ToolBar = ({ children, right }: { children?: ReactNode; right?: ReactNode }) => (
  <div className={css.tools}>
    <div className={css.left}>{children}</div>
    <div className={css.right}>{right}</div>
  </div>
)

/** A page of panes that touch, one pixel apart, each scrolling for itself. */
export const Panes = ({ children, columns }: { children: ReactNode; columns: string }) => (
  <div className={css.panes} style={{ gridTemplateColumns: columns }}>{children}</div>
)

export const Pane = ({ children, look = 'surface', label, scroll = true }: {
  children: ReactNode
  look?: 'surface' | 'canvas' | 'context'
  label?: string
  scroll?: boolean
}) => <section className={css.pane} data-look={look} data-scroll={scroll} aria-label={label}>{children}</section>

/** A block of a context pane with its title line. */
export const Block = ({ title, note, action, children }: { title: ReactNode; note?: ReactNode; action?: ReactNode; children: ReactNode }) => (
  <section className={css.block}>
    <header>
      <h3>{title}</h3>
      {note && <small>{note}</small>}
      <span />
      {action}
    </header>
    {children}
  </section>
)

/** A page of cards on the canvas. */
export const Cards = ({ children }: { children: ReactNode }) => <div className={css.cards}>{children}</div>

/** The list's key line: what the keys do here, and how many rows there are. */
export const KeyLine = ({ keys, children }: { keys: readonly (readonly [string, string])[]; children?: ReactNode }) => (
  <footer className={css.keyLine}>
    {keys.map(([caps, what]) => (
      <span key={what}>{caps.split(' ').map((cap) => <kbd key={cap}>{cap}</kbd>)} {what}</span>
    ))}
    <span className={css.count}>{children}</span>
  </footer>
)
