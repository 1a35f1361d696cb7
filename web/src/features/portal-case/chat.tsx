import { Bot, SendHorizontal } from 'lucide-react'
import { useState } from 'react'
import type { PortalMessage } from '@/api/portal'
import { Button, Chip, cx, Empty, Field } from '@/kit/light'
import { momentOf, useNow } from '@/kit/time'
import { Portrait } from './engineer'
import { useT } from './words'

/** One thread with desk, AI and engineer, each labelled. */
export function Bubbles({ messages }: { messages: readonly PortalMessage[] }) {
  const t = useT()
  if (messages.length === 0) return <Empty title={t('chatEmpty')}>{t('chatEmptyNote')}</Empty>
  return (
    <div className="bubbles" role="log" aria-live="polite">
      {messages.map((message) => (
        <Bubble key={message.id} message={message} />
      ))}
    </div>
  )
}

function Bubble({ message: { author, name, text, sent_at: at } }: { message: PortalMessage }) {
  const t = useT()
  const now = useNow()
  const moment = momentOf(at, now)
  if (author === 'system') return <p className="said-by-system">{`${moment} ${text}`}</p>
  if (author === 'customer') {
    return (
      <div className="bubble mine">
        <p className="bubble-text">{text}</p>
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
    </div>
  )
}

/** Write a line; what was typed stays when sending fails. */
export function Compose({ who, busy, onSend }: { who: string; busy: boolean; onSend: (text: string, done: () => void) => void }) {
  const t = useT()
  const [text, setText] = useState('')
  const send = () => text.trim() && onSend(text.trim(), () => setText(''))
  return (
    <form
      className="compose"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
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
