import { CircleDot, Plus, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button, Kbd } from '../basics'
import { words } from '../words'
import css from './filters.module.css'

export interface Token {
  key: string
  /** 环节 */
  name: string
  /** 是, 不是, ≤ … */
  relation?: string
  /** 归档 */
  value: ReactNode
  onRemove?: (() => void) | undefined
}

/** ◆ Filters read as a sentence and are changed in place. */
export function FilterTokens({ tokens, add, changed }: {
  tokens: readonly Token[]
  /** The button's popover that adds one. */
  add?: ReactNode
  changed?: { onRevert: () => void; onSave: () => void } | undefined
}) {
  const t = words.useT()
  return (
    <div className={css.bar}>
      {tokens.map((token) => (
        <span key={token.key} className={css.token}>
          {token.name} {token.relation ?? t('filter.is')} <b>{token.value}</b>
          {token.onRemove && (
            <button type="button" aria-label={t('filter.remove', { what: token.name })} onClick={token.onRemove}><X size={13} /></button>
          )}
        </span>
      ))}
      {add}
      {changed && (
        <span className={css.changed}>
          <CircleDot size={13} aria-hidden /> {t('filter.changed')}
          <Button size="sm" look="quiet" onClick={changed.onRevert}>{t('filter.revert')}</Button>
          <Button size="sm" onClick={changed.onSave}>{t('filter.save')}</Button>
        </span>
      )}
    </div>
  )
}

/** The dashed button that opens the choice of filters. */
export function AddFilter(props: { onClick?: () => void }) {
  const t = words.useT()
  return (
    <button type="button" className={css.add} {...props}>
      <Plus size={13} /> {t('filter.add')} <Kbd>F</Kbd>
    </button>
  )
}
