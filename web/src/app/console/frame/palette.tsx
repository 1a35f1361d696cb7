import { useNavigate } from '@tanstack/react-router'
import { Modal } from 'antd'
import { BookUser, CornerDownLeft, Search, Ticket } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { Kbd } from '@/kit/basics'
import { useMay } from '@/kit/session'
import { words } from '../words'
import css from './frame.module.css'
import { openTo } from './nav'

interface Command {
  key: string
  label: string
  icon: ReactNode
  run: () => void
}

/** What the palette offers for what was typed: places and acts by their words, then searches. */
function useCommands(query: string): Command[] {
  const t = words.useT()
  const may = useMay()
  const navigate = useNavigate()
  const go = openTo(may).map((place) => ({
    key: place.to, label: t('palette.go', { where: t(place.word) }), icon: <place.icon size={15} />,
    run: () => void navigate({ to: place.to }),
  }))
  const acts: Command[] = [
    ...(may('ticket.open') ? [{ key: 'new', label: t('do.newTicket'), icon: <Ticket size={15} />, run: () => void navigate({ to: '/tickets/new' }) }] : []),
    ...(may('ticket.read') ? [{ key: 'board', label: t('do.board'), icon: <Ticket size={15} />, run: () => void navigate({ to: '/tickets/board' }) }] : []),
  ]
  const text = query.trim().toLowerCase()
  const matching = [...go, ...acts].filter((command) => command.label.toLowerCase().includes(text))
  if (!text) return matching
  const search = (to: string, label: string, icon: ReactNode): Command => ({
    key: `find ${to}`, label, icon, run: () => void navigate({ to, search: { q: query.trim() } as never }),
  })
  return [
    ...matching,
    ...(may('ticket.read') ? [search('/tickets', t('palette.find', { q: query.trim() }), <Search key="i" size={15} />)] : []),
    ...(may('customer.see') ? [search('/customers', t('palette.findCustomer', { q: query.trim() }), <BookUser key="i" size={15} />)] : []),
  ]
}

function List({ onDone }: { onDone: () => void }) {
  const t = words.useT()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const commands = useCommands(query)
  const run = (command: Command | undefined) => {
    if (!command) return
    onDone()
    command.run()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setAt((now) => (now + step + commands.length) % Math.max(1, commands.length))
    else if (event.key === 'Enter') run(commands[at])
    else return
    event.preventDefault()
  }
  return (
    <div className={css.palette}>
      <input
        autoFocus value={query} placeholder={t('palette.placeholder')} aria-label={t('palette.placeholder')} onKeyDown={onKey}
        onChange={(event) => {
          setQuery(event.target.value)
          setAt(0)
        }}
      />
      <ul role="listbox">
        {commands.map((command, index) => (
          <li key={command.key} role="option" aria-selected={index === at} onMouseEnter={() => setAt(index)} onClick={() => run(command)}>
            {command.icon}
            {command.label}
            {index === at && <CornerDownLeft size={13} />}
          </li>
        ))}
      </ul>
      {commands.length === 0 && <p>{t('palette.none')}</p>}
      <footer><Kbd>↑</Kbd><Kbd>↓</Kbd> <Kbd>Enter</Kbd> <Kbd>Esc</Kbd></footer>
    </div>
  )
}

/** ⌘K: go anywhere, do anything the role may, find anyone. */
export const Palette = ({ open, onClose }: { open: boolean; onClose: () => void }) => (
  <Modal open={open} onCancel={onClose} footer={null} closable={false} width={560} destroyOnHidden style={{ top: 96 }} styles={{ container: { padding: 0 } }}>
    <List onDone={onClose} />
  </Modal>
)
