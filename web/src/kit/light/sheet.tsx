import { type PointerEvent, type ReactNode, useEffect, useRef } from 'react'
import { useT } from './words'

/** How far the grip is pulled before the sheet closes, in px. */
const pull = 72

interface SheetProps {
  label: string
  onClose: () => void
  children: ReactNode
  dock?: ReactNode
}

/** Rises from below, at most 80 % high; closes by the grip (tap or pull), Escape or the veil. */
export function Sheet({ label, onClose, children, dock }: SheetProps) {
  const t = useT()
  const panel = useRef<HTMLDivElement>(null)
  const start = useRef(0)
  useEffect(() => {
    const before = document.activeElement
    panel.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  const release = (event: PointerEvent) => {
    if (event.clientY - start.current > pull) onClose()
  }
  return (
    <div className="veil" onClick={(event) => event.target === event.currentTarget && onClose()}>
      <div
        ref={panel}
        className="sheet"
        role="dialog"
        aria-modal
        aria-label={label}
        tabIndex={-1}
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      >
        <button
          type="button"
          className="sheet-grip"
          aria-label={t('close')}
          onClick={onClose}
          onPointerDown={(event) => (start.current = event.clientY)}
          onPointerUp={release}
        />
        <div className="sheet-body">{children}</div>
        {dock && <div className="dock">{dock}</div>}
      </div>
    </div>
  )
}
