import { RotateCcw } from 'lucide-react'
import { type PointerEvent, useRef } from 'react'
import { extend, type Point, type Stroke, strokePath } from './signature.geometry'
import { useT } from './words'

/** The size strokes are kept in, whatever the screen's. */
export const padSize = { width: 340, height: 160 }

interface SignatureProps {
  label: string
  strokes: readonly Stroke[]
  onChange: (strokes: readonly Stroke[]) => void
}

/** The customer signs with a finger. */
export function Signature({ label, strokes, onChange }: SignatureProps) {
  const t = useT()
  const pen = useRef(false)
  const place = (event: PointerEvent<SVGSVGElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect()
    const x = ((event.clientX - box.left) / (box.width || 1)) * padSize.width
    const y = ((event.clientY - box.top) / (box.height || 1)) * padSize.height
    return [Math.round(x), Math.round(y)]
  }
  const down = (event: PointerEvent<SVGSVGElement>) => {
    event.currentTarget.setPointerCapture?.(event.pointerId)
    pen.current = true
    onChange([...strokes, [place(event)]])
  }
  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (!pen.current) return
    onChange([...strokes.slice(0, -1), extend(strokes.at(-1) ?? [], place(event))])
  }
  const up = () => {
    pen.current = false
  }
  return (
    <div>
      <div className="row apart">
        <h2 className="title">{label}</h2>
        <button type="button" className="link" onClick={() => onChange([])}>
          <RotateCcw size={18} />
          {t('rewrite')}
        </button>
      </div>
      <div className="signature">
        <svg
          viewBox={`0 0 ${padSize.width} ${padSize.height}`}
          preserveAspectRatio="none"
          role="img"
          aria-label={strokes.length > 0 ? t('signed') : t('signHere')}
          onPointerDown={down}
          onPointerMove={move}
          onPointerUp={up}
          onPointerCancel={up}
        >
          <path d={strokes.map(strokePath).join('')} />
        </svg>
        {strokes.length === 0 && <p>{t('signHere')}</p>}
      </div>
    </div>
  )
}
