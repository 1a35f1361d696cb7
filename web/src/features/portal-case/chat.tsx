import { Bot, Camera, SendHorizontal } from 'lucide-react'
import { type ChangeEvent, useState } from 'react'
import { fileAddress, type PortalMessage } from '@/api/portal'
import { Button, Chip, cx, Empty, Field } from '@/kit/light'
import { momentOf, useNow } from '@/kit/time'
import { Portrait } from './engineer'
import { useT } from './words'

/** One thread with desk, AI and engineer, each labelled. */
export function Bubbles({ token, messages }: { token: string; messages: readonly PortalMessage[] }) {
  const t = useT()
  if (messages.length === 0) return <Empty title={t('chatEmpty')}>{t('chatEmptyNote')}</Empty>
  return (
    <div className="bubbles" role="log" aria-live="polite">
      {messages.map((message) => (
        <Bubble key={message.id} token={token} message={message} />
      ))}
    </div>
  )
}

/** Photos in place, a voice note to be played, anything else as a link. */
function Files({ token, files }: { token: string; files: PortalMessage['files'] }) {
  const t = useT()
  return files.map(({ id, name, mime }) => {
    const address = fileAddress(token, id)
    if (mime.startsWith('image/')) return <a key={id} href={address} target="_blank" rel="noreferrer"><img className="bubble-photo" src={address} alt={name || t('photo')} /></a>
    if (/^(audio|video)\//.test(mime)) return <audio key={id} className="bubble-voice" controls src={address} aria-label={t('voice')} />
    return <a key={id} href={address}>{name || t('file')}</a>
  })
}

function Bubble({ token, message: { author, name, text, sent_at: at, files } }: { token: string; message: PortalMessage }) {
  const t = useT()
  const now = useNow()
  const moment = momentOf(at, now)
  if (author === 'system') return <p className="said-by-system">{`${moment} ${text}`}</p>
  if (author === 'customer') {
    return (
      <div className="bubble mine">
        <p className="bubble-text">{text}</p>
        <Files token={token} files={files} />
        <p className="bubble-time">{moment}</p>
      </div>
    )
  }
  return (
    <div className={cx('bubble', author)}>
      {author === 'ai' ? <span className="portrait small"><Bot size={22} /></span> : <Portrait name={name} small />}
      <p className="bubble-name">
        {author === 'ai' && <Chip tone="info">{t('ai')}</Chip>} {name} {moment}
      </p>
      <p className="bubble-text">{text}</p>
      <Files token={token} files={files} />
    </div>
  )
}

interface ComposeProps {
  who: string
  busy: boolean
  onSend: (text: string, done: () => void) => void
  onPhotos: (photos: File[]) => void
}

/** Write a line; what was typed stays when sending fails. */
export function Compose({ who, busy, onSend, onPhotos }: ComposeProps) {
  const t = useT()
  const [text, setText] = useState('')
  const pick = (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(event.target.files ?? [])]
    event.target.value = ''
    if (chosen.length > 0) onPhotos(chosen)
  }
  const send = () => text.trim() && onSend(text.trim(), () => setText(''))
  return (
    <form
      className="compose"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <label className="compose-photo" aria-label={t('addPhotos')}>
        <Camera />
        <input type="file" accept="image/*" multiple disabled={busy} onChange={pick} />
      </label>
      <Field
        label={t('writeUs')}
        hideLabel
        lines={1}
        maxLength={2000}
        placeholder={t('writeTo', { who })}
        value={text}
        onChange={setText}
      />
      <Button kind="do" aria-label={t('send')} icon={<SendHorizontal />} busy={busy} onClick={send} />
    </form>
  )
}
