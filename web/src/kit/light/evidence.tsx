import { Camera } from 'lucide-react'
import { type ChangeEvent, useMemo } from 'react'
import { cx } from './cx'
import { shown } from './picture'
import { useT } from './words'

function Thumb({ photo, label }: { photo: Blob; label: string }) {
  return <img ref={useMemo(() => shown<HTMLImageElement>(photo), [photo])} alt={label} />
}

interface EvidenceProps {
  /** What is to be photographed. */
  label: string
  photo: Blob | null
  /** Kept on the server already, so there is a proof but no picture here. */
  taken?: boolean
  next?: boolean
  onPhoto: (photo: File) => void
}

/** A photo's place: dashed while needed, then the picture itself. Opens the camera. */
export function Evidence({ label, photo, taken = photo !== null, next = false, onPhoto }: EvidenceProps) {
  const t = useT()
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? []
    event.target.value = ''
    if (file) onPhoto(file)
  }
  return (
    <label className={cx('evidence', taken && 'taken', next && 'next')}>
      {photo ? <Thumb photo={photo} label={label} /> : <Camera size={24} />}
      <span className="heard">{`${taken ? t('retake') : t('photoNeeded')}: ${label}`}</span>
      <input type="file" accept="image/*" capture="environment" onChange={pick} />
    </label>
  )
}
