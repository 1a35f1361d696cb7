import { Search, X } from 'lucide-react'
import { useState } from 'react'
import css from './filters.module.css'

/** Search that lives in the address: Enter searches, × clears. */
export function SearchBox({ value, onSearch, placeholder }: { value: string; onSearch: (query: string) => void; placeholder: string }) {
  const [text, setText] = useState(value)
  return (
    <form
      className={css.search} role="search"
      onSubmit={(event) => {
        event.preventDefault()
        onSearch(text.trim())
      }}
    >
      <Search size={14} aria-hidden />
      <input value={text} placeholder={placeholder} aria-label={placeholder} maxLength={100} onChange={(event) => setText(event.target.value)} />
      {text && (
        <X
          size={14} role="button" cursor="pointer"
          onClick={() => {
            setText('')
            onSearch('')
          }}
        />
      )}
    </form>
  )
}
