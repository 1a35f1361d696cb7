import './attach.css'
import { Camera, Mic, Square, X } from 'lucide-react'
import { type ChangeEvent, useMemo } from 'react'
import { Button, shown } from '@/kit/light'
import { type Attached, type Attachments, mostPhotos } from './attachments'
import { canRecord, longestNote, useRecorder } from './recorder'
import { useT } from './words'

function Photo({ photo, at, onRemove }: { photo: Attached; at: number; onRemove: () => void }) {
  const t = useT()
  return (
    <figure className="attach-photo">
      <img ref={useMemo(() => shown<HTMLImageElement>(photo.blob), [photo.blob])} alt={t('photoNo', { n: at })} />
      <button type="button" aria-label={t('photoRemove', { n: at })} onClick={onRemove}><X size={20} /></button>
    </figure>
  )
}

function Voice({ voice, onRemove }: { voice: Attached; onRemove: () => void }) {
  const t = useT()
  return (
    <div className="attach-voice">
      <audio controls ref={useMemo(() => shown<HTMLAudioElement>(voice.blob), [voice.blob])} aria-label={t('voice')} />
      <button type="button" className="attach-drop" aria-label={t('voiceRemove')} onClick={onRemove}><X size={20} /></button>
    </div>
  )
}

/** Photos and a voice note beside the words: chosen, seen, taken away again. */
export function AttachStep({ attachments: { list, addPhotos, addVoice, remove } }: { attachments: Attachments }) {
  const t = useT()
  const photos = list.filter((one) => one.kind === 'photo')
  const voice = list.find((one) => one.kind === 'voice')
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(event.target.files ?? [])]
    event.target.value = ''
    void addPhotos(chosen)
  }
  return (
    <section className="stack near attach" aria-label={t('attach')}>
      <p className="field-label">{t('attach')}<small>{t('optional')}</small></p>
      <div className="attach-photos">
        {photos.map((photo, index) => <Photo key={photo.id} photo={photo} at={index + 1} onRemove={() => remove(photo.id)} />)}
        {photos.length < mostPhotos && (
          <label className="attach-add">
            <Camera size={26} />
            <span>{t(photos.length === 0 ? 'photoAdd' : 'photoMore')}</span>
            <input type="file" accept="image/*" multiple onChange={pick} />
          </label>
        )}
      </div>
      {voice ? <Voice voice={voice} onRemove={() => remove(voice.id)} /> : canRecord() && <Recorder onDone={addVoice} />}
      <p className="second">{t('attachNote')}</p>
    </section>
  )
}

function Recorder({ onDone }: { onDone: (voice: Blob) => void }) {
  const t = useT()
  const { seconds, refused, start, stop } = useRecorder(onDone)
  if (seconds !== null) {
    return <Button kind="soft" icon={<Square size={20} />} onClick={stop}>{t('voiceStop', { n: seconds, of: longestNote })}</Button>
  }
  return (
    <>
      <Button icon={<Mic size={22} />} onClick={() => void start()}>{t('voiceStart')}</Button>
      {refused && <p className="field-error" role="alert">{t('voiceRefused')}</p>}
    </>
  )
}
