import { Modal } from 'antd'
import { useState } from 'react'
import { overrides, pressed, rebind } from '@/kit/keys'
import { words } from '../words'
import css from './frame.module.css'

type Word = Parameters<typeof words.t>[0]

/** Every key of the console, by where it works. */
const groups: readonly (readonly [Word, readonly (readonly [string, Word])[]])[] = [
  ['keys.everywhere', [
    ['mod+k', 'keys.palette'], ['?', 'keys.sheet'], ['g h', 'nav.home'], ['g t', 'nav.tickets'], ['g d', 'nav.dispatch'],
    ['g r', 'nav.reports'], ['/', 'keys.search'], ['c', 'keys.new'], ['n', 'keys.takeNext'], ['mod+z', 'keys.undo'], ['Escape', 'keys.close'],
  ]],
  ['keys.lists', [
    ['j', 'keys.next'], ['k', 'keys.previous'], ['Enter', 'keys.open'], ['x', 'keys.select'], ['f', 'keys.filter'],
    ['a', 'keys.assign'], ['m', 'keys.merge'],
  ]],
  ['keys.ticket', [
    ['r', 'keys.reply'], ['i', 'keys.note'], ['v', 'keys.visit'], ['e', 'keys.resolve'], ['mod+Enter', 'keys.send'],
  ]],
]

const cap = (key: string) => ({ mod: '⌘', Escape: 'Esc' })[key] ?? (key.length === 1 ? key.toUpperCase() : key)
const caps = (path: string) => path.split(/[ +]/).map(cap)

function Line({ path, word }: { path: string; word: Word }) {
  const t = words.useT()
  const [own, setOwn] = useState(() => overrides()[path] ?? path)
  const [listening, setListening] = useState(false)
  return (
    <li>
      <button
        type="button" data-listening={listening} title={t('keys.rebind')} onClick={() => setListening(true)} onBlur={() => setListening(false)}
        onKeyDown={(event) => {
          if (!listening || ['Shift', 'Control', 'Meta', 'Alt'].includes(event.key)) return
          event.preventDefault()
          event.stopPropagation()
          const next = event.key === 'Escape' ? path : pressed(event.nativeEvent)
          rebind(path, next)
          setOwn(next)
          setListening(false)
        }}
      >
        {caps(own).map((key, index) => <kbd key={index}>{key}</kbd>)}
      </button>
      {t(word)}
    </li>
  )
}

/** ?: all keys on one sheet; each can be bound differently. */
export function KeySheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = words.useT()
  return (
    <Modal open={open} onCancel={onClose} footer={null} width={720} title={t('keys.title')} destroyOnHidden>
      <div className={css.sheet}>
        {groups.map(([title, lines]) => (
          <section key={title}>
            <h3>{t(title)}</h3>
            <ul>{lines.map(([path, word]) => <Line key={path} path={path} word={word} />)}</ul>
          </section>
        ))}
      </div>
      <p className={css.hint}>{t('keys.rebind')}</p>
    </Modal>
  )
}
