import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Dropdown } from 'antd'
import { Paperclip, SendHorizontal } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { post } from '@/api/client'
import { asProblem } from '@/api/problem'
import { cannedReplies, type TicketDetail, tickets } from '@/api/tickets'
import { Button, Kbd } from '@/kit/basics'
import { useKeys } from '@/kit/keys'
import { words as kitWords } from '@/kit/words'
import css from './detail.module.css'

type Mode = 'reply' | 'note'

interface StoredFile {
  id: string
  name: string
}

function useAttachments(ticketId: string) {
  const [files, setFiles] = useState<StoredFile[]>([])
  const add = useMutation({
    mutationFn: (file: File) => {
      const form = new FormData()
      form.append('file', file)
      form.append('bound_type', 'ticket')
      form.append('bound_id', ticketId)
      return post<StoredFile>('/files', form)
    },
    onSuccess: (file) => setFiles((now) => [...now, file]),
  })
  return { files, add, clear: () => setFiles([]) }
}

/** What was written and not sent survives leaving the page. */
function useDraft(key: string) {
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '')
  const write = (next: string) => {
    setText(next)
    if (next) sessionStorage.setItem(key, next)
    else sessionStorage.removeItem(key)
  }
  return [text, write] as const
}

function Canned({ onPick }: { onPick: (text: string) => void }) {
  const t = kitWords.useT()
  const canned = useQuery({ queryKey: ['tickets', 'canned'], queryFn: cannedReplies, staleTime: Infinity })
  const items = (canned.data ?? []).map((reply) => ({ key: reply.id, label: reply.title, onClick: () => onPick(reply.text) }))
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="topRight">
      <button type="button" className={css.tool}><Kbd>/</Kbd> {t('compose.canned')}</button>
    </Dropdown>
  )
}

/** ◆ Reply to the customer or a note for colleagues; ⌘Enter sends. Only the orange button speaks to the customer. */
export function Composer({ ticket }: { ticket: TicketDetail }) {
  const t = kitWords.useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [mode, setMode] = useState<Mode>('reply')
  const [text, write] = useDraft(`draft.${ticket.id}.${mode}`)
  const attachments = useAttachments(ticket.id)
  const box = useRef<HTMLTextAreaElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const send = useMutation({
    mutationFn: () => tickets.act(ticket.id, mode, { text, files: attachments.files.map((file) => file.id) }, ticket.version),
    onSuccess: () => {
      write('')
      attachments.clear()
    },
    onError: (error) => void message.error(asProblem(error).message),
    onSettled: () => client.invalidateQueries({ queryKey: ['tickets'] }),
  })
  const start = (next: Mode) => {
    setMode(next)
    box.current?.focus()
  }
  useKeys({ r: () => start('reply'), i: () => start('note') })
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && text.trim()) send.mutate()
    else if (event.key === 'Escape') box.current?.blur()
  }
  const hint = mode === 'reply' ? t('compose.to', { name: ticket.customer.name }) : t('compose.noteHint')
  return (
    <div className={css.composer} data-mode={mode}>
      <header>
        {(['reply', 'note'] as const).map((one) => (
          <button key={one} type="button" role="tab" aria-selected={mode === one} onClick={() => start(one)}>
            {t(`compose.${one}`)} <Kbd>{one === 'reply' ? 'R' : 'I'}</Kbd>
          </button>
        ))}
        <span />
        <Canned onPick={(reply) => write(text ? `${text}\n${reply}` : reply)} />
      </header>
      <textarea ref={box} rows={2} value={text} placeholder={hint} aria-label={hint} data-testid="composer" onChange={(event) => write(event.target.value)} onKeyDown={onKey} />
      <footer>
        {attachments.files.map((file) => <small key={file.id}><Paperclip size={12} /> {file.name}</small>)}
        <span />
        <input ref={picker} type="file" hidden onChange={(event) => event.target.files?.[0] && attachments.add.mutate(event.target.files[0])} />
        <button type="button" className={css.tool} aria-label={t('compose.attach')} onClick={() => picker.current?.click()}><Paperclip size={17} strokeWidth={1.75} /></button>
        <Button
          look={mode === 'reply' ? 'accent' : 'plain'} disabled={!text.trim() || send.isPending} onClick={() => send.mutate()}
          icon={<SendHorizontal size={14} />} data-testid="send"
        >
          {t(mode === 'reply' ? 'compose.send' : 'compose.saveNote')}
        </Button>
      </footer>
    </div>
  )
}
