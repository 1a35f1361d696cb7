import { Check as Tick } from 'lucide-react'
import type { CheckItem } from '@/api/field'
import { cx, Evidence } from '@/kit/light'
import { timeOf } from '@/kit/time'

interface ChecklistProps {
  title: string
  checks: readonly CheckItem[]
  /** The check the dock leads to. */
  next: CheckItem | null
  /** Photos kept on this phone, by code. */
  photos: Readonly<Record<string, Blob>>
  onTick: (check: CheckItem) => void
  onPhoto: (check: CheckItem, photo: File) => void
}

/** The on-site code, item by item; proof stands beside the item it proves. */
export function Checklist({ title, checks, next, photos, onTick, onPhoto }: ChecklistProps) {
  const done = checks.filter((check) => check.done_at !== null).length
  return (
    <section className="stack near">
      <div className="row apart">
        <h2 className="second">
          <strong>{title}</strong>
        </h2>
        <strong className="second">{`${done}/${checks.length}`}</strong>
      </div>
      <div className="card lines">
        {checks.map((check) => (
          <Line
            key={check.code}
            check={check}
            next={next?.code === check.code}
            photo={photos[check.code] ?? null}
            onTick={() => onTick(check)}
            onPhoto={(photo) => onPhoto(check, photo)}
          />
        ))}
      </div>
    </section>
  )
}

interface LineProps {
  check: CheckItem
  next: boolean
  photo: Blob | null
  onTick: () => void
  onPhoto: (photo: File) => void
}

/** A line that needs a photo is ticked by taking it, never by the box alone. */
function Line({ check, next, photo, onTick, onPhoto }: LineProps) {
  const done = check.done_at !== null
  return (
    <div className={cx('check', done && 'done', next && 'next')} style={{ padding: '6px 14px' }}>
      <button
        type="button"
        className="check-tick"
        role="checkbox"
        aria-checked={done}
        disabled={done || check.needs_photo}
        onClick={onTick}
      >
        <span className="check-box">{done && <Tick size={18} strokeWidth={3.5} />}</span>
        <span>
          <span className="check-name">{check.text}</span>
          {check.done_at && <span className="note">{timeOf(check.done_at)}</span>}
        </span>
      </button>
      {check.needs_photo && <Evidence label={check.text} photo={photo} taken={done} next={next} onPhoto={onPhoto} />}
    </div>
  )
}
