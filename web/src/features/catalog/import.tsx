import { useMutation } from '@tanstack/react-query'
import { Input, Modal } from 'antd'
import { Download, FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { type ImportKind, type Look, type LookRow, tables } from '@/api/catalog'
import { joined, listed } from '@/i18n'
import { Button, Segments, Tag, type Tone } from '@/kit/basics'
import { Failure } from '@/kit/states'
import { type Column, Table } from '@/kit/table'
import css from './catalog.module.css'
import { chunks, type Counts, plus, type Row } from './chunks'
import { useWritten } from './list'
import { words } from './words'

const tones: Record<LookRow['state'], Tone> = { new: 'good', changed: 'info', same: 'plain', wrong: 'bad' }
const states = ['new', 'changed', 'same', 'wrong'] as const
const shown = 300

/** Choose a file, drop it, or paste cells. */
function Choose({ what, onLook, reading }: { what: ImportKind; onLook: (file: Blob) => void; reading: boolean }) {
  const t = words.useT()
  const [over, setOver] = useState(false)
  const [pasted, setPasted] = useState('')
  return (
    <>
      <label
        className={css.drop} data-over={over} onDragOver={(event) => { event.preventDefault(); setOver(true) }} onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          const file = event.dataTransfer.files[0]
          if (file) onLook(file)
        }}
      >
        <FileUp size={20} aria-hidden />
        <b>{reading ? t('import.reading') : t('import.drop')}</b>
        <small>{t('import.kinds')}</small>
        <input type="file" accept=".csv,.txt,.tsv,.xlsx" disabled={reading} data-testid="import-file" onChange={(event) => event.target.files?.[0] && onLook(event.target.files[0])} />
      </label>
      <div className={css.paste}>
        <Input.TextArea rows={4} value={pasted} placeholder={t('import.paste')} aria-label={t('import.paste')} onChange={(event) => setPasted(event.target.value)} />
        <div className={css.acts}>
          <Button look="primary" disabled={reading || !pasted.trim()} onClick={() => onLook(new Blob([pasted]))} data-testid="import-look">{t('import.look')}</Button>
          <small>{t('import.safe')}</small>
          <span className={css.grow} />
          {(['csv', 'xlsx'] as const).map((format) => <a key={format} href={tables.template(what, format)} download><Download size={13} aria-hidden /> {t('import.template')} .{format}</a>)}
        </div>
      </div>
    </>
  )
}

function What({ row, titles }: { row: LookRow; titles: ReadonlyMap<string, string> }) {
  if (row.state === 'wrong') return <span className={css.bad}>{joined(row.wrong)}</span>
  if (row.state === 'changed') {
    return <>{row.changes.map((one) => <span key={one.column}>{titles.get(one.column)} <span className={css.old}>{one.old || '—'}</span> → <b>{one.new || '—'}</b>{'　'}</span>)}</>
  }
  const cells = Object.entries(row.cells).filter(([, cell]) => cell)
  return <>{cells.slice(1).map(([, cell]) => cell).join(' · ')}</>
}

/** What each row would do, and the button that does it. */
function Dry({ look, onGo, onOther }: { look: Look; onGo: (rows: Row[], leaveOut: boolean) => void; onOther: () => void }) {
  const t = words.useT()
  const wrong = look.counts['wrong'] ?? 0
  const [state, setState] = useState<LookRow['state'] | 'all'>(wrong > 0 ? 'wrong' : 'all')
  const [skip, setSkip] = useState(false)
  const titles = new Map(look.columns.map((column) => [column.name, column.title]))
  const rows = look.rows.filter((row) => state === 'all' || row.state === state)
  const writes = look.rows.filter((row) => row.state === 'new' || row.state === 'changed')
  const columns: Column<LookRow>[] = [
    { key: 'line', title: t('import.line'), width: 70, align: 'right', cell: (row) => row.line },
    { key: 'state', title: t('state'), width: 90, cell: (row) => <Tag tone={tones[row.state]}>{t(`import.${row.state}`)}</Tag> },
    { key: 'key', title: t('col.code'), width: 170, cell: (row) => <b>{row.key}</b> },
    { key: 'what', title: t('import.what'), cell: (row) => <What row={row} titles={titles} /> },
  ]
  const options = [{ value: 'all' as const, label: t('every'), count: look.rows.length }, ...states.map((value) => ({ value, label: t(`import.${value}`), count: look.counts[value] ?? 0 }))]
  return (
    <>
      <Segments options={options} value={state} onChange={setState} label={t('state')} />
      {look.unknown.length > 0 && <p className={css.bad}>{t('import.unknown', { heads: listed(look.unknown) })}</p>}
      <div className={css.rows}><Table dense columns={columns} rows={rows.slice(0, shown)} rowKey={(row) => String(row.line)} label={t('import.what')} /></div>
      {rows.length > shown && <p className={css.note}>{t('import.more', { n: shown, rest: rows.length - shown })}</p>}
      <div className={css.acts}>
        <Button onClick={onOther}>{t('import.other')}</Button>
        <small>{t('import.safe')}</small>
        <span className={css.grow} />
        {wrong > 0 && <label><input type="checkbox" checked={skip} onChange={() => setSkip(!skip)} data-testid="import-skip" /> {t('import.skip', { n: wrong })}</label>}
        <Button look="accent" disabled={writes.length === 0 || (wrong > 0 && !skip)} onClick={() => onGo(writes.map(({ line, cells }) => ({ line, cells })), skip)} data-testid="import-go">
          {writes.length === 0 ? t('import.nothing') : t('import.go', { n: writes.length })}
        </Button>
      </div>
    </>
  )
}

interface Progress {
  done: number
  total: number
  counts: Counts
}

/** Bring a table: choose it, see what it would do, and write it chunk by chunk. */
export function ImportDialog({ what, onClose }: { what: ImportKind; onClose: () => void }) {
  const t = words.useT()
  const written = useWritten(what === 'units' ? 'units' : 'catalog')
  const stopped = useRef(false)
  const [progress, setProgress] = useState<Progress | null>(null)
  const look = useMutation({ mutationFn: (file: Blob) => tables.look(what, file) })
  const take = useMutation({
    mutationFn: async ({ rows, most, leaveOut }: { rows: Row[]; most: number; leaveOut: boolean }) => {
      stopped.current = false
      let now: Progress = { done: 0, total: rows.length, counts: {} }
      setProgress(now)
      for (const chunk of chunks(rows, most)) {
        if (stopped.current) break
        const { counts } = await tables.take(what, chunk, leaveOut)
        now = { ...now, done: now.done + chunk.length, counts: plus(now.counts, counts) }
        setProgress(now)
      }
    },
    onSettled: written,
  })
  const counts = progress?.counts ?? {}
  const all = progress !== null && progress.done === progress.total
  const left = (counts['wrong'] ?? 0) + (look.data?.counts['wrong'] ?? 0)
  return (
    <Modal open title={t('import.title', { what: t(what) })} footer={null} width={920} onCancel={onClose} maskClosable={false}>
      {look.error && <Failure error={look.error} />}
      {!look.data && <Choose what={what} reading={look.isPending} onLook={look.mutate} />}
      {look.data && !progress && <Dry key={look.submittedAt} look={look.data} onOther={look.reset} onGo={(rows, leaveOut) => take.mutate({ rows, leaveOut, most: look.data.chunk })} />}
      {progress && (
        <div role="status">
          <p><b>{t('import.progress', { done: progress.done, total: progress.total })}</b></p>
          <div className={css.track}><i style={{ width: `${(100 * progress.done) / progress.total}%` }} /></div>
          {take.error && <Failure error={take.error} />}
          {!take.isPending && <p>{all ? t('import.done', { new: counts['new'] ?? 0, changed: counts['changed'] ?? 0, wrong: left }) : t('import.stopped', { done: progress.done })}</p>}
          <div className={css.acts}>
            {take.isPending
              ? <Button onClick={() => { stopped.current = true }}>{t('import.stop')}</Button>
              : <Button look="primary" onClick={onClose} data-testid="import-close">{t('import.close')}</Button>}
          </div>
        </div>
      )}
    </Modal>
  )
}
