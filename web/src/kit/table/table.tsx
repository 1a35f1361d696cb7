import { ArrowDown, ArrowUp } from 'lucide-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { words } from '../words'
import css from './table.module.css'

export interface Column<Row> {
  key: string
  title: ReactNode
  cell: (row: Row) => ReactNode
  /** CSS width; the one column without a width takes the rest and is the one that is cut with an ellipsis. */
  width?: number | string
  align?: 'right'
  /** Name the server sorts by; the header becomes a button. */
  sort?: string
  /** Leave out below this page width: the least important columns go first. */
  from?: 1200 | 1360 | 1600
}

interface Props<Row> {
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  onOpen?: ((row: Row) => void) | undefined
  selected?: ReadonlySet<string> | undefined
  onSelect?: ((keys: Set<string>) => void) | undefined
  focused?: string | undefined
  active?: string | undefined
  sort?: string | undefined
  onSort?: ((sort: string) => void) | undefined
  dense?: boolean
  /** Text of a grey line above the row, where a group begins. */
  group?: ((row: Row) => ReactNode | undefined) | undefined
  label?: string
}

function toggled(selected: ReadonlySet<string>, key: string): Set<string> {
  const next = new Set(selected)
  if (!next.delete(key)) next.add(key)
  return next
}

function Head<Row>({ column, sort, onSort }: { column: Column<Row>; sort: string | undefined; onSort: Props<Row>['onSort'] }) {
  const style = { width: column.width, textAlign: column.align }
  const name = column.sort
  if (!name || !onSort) return <th style={style} data-from={column.from}>{column.title}</th>
  const direction = sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : 'none'
  return (
    <th style={style} aria-sort={direction} data-from={column.from}>
      <button type="button" onClick={() => onSort(direction === 'ascending' ? `-${name}` : name)}>
        {column.title}
        {direction === 'ascending' && <ArrowUp size={12} />}
        {direction === 'descending' && <ArrowDown size={12} />}
      </button>
    </th>
  )
}

/** One line per row, no zebra, no vertical lines; header 32 px; selected and focused may both hold. */
export function Table<Row>(props: Props<Row>) {
  const t = words.useT()
  const { columns, rows, rowKey, selected, onSelect, onOpen } = props
  const focusedRow = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    // Not given on: browsers now answer a scroll with a promise, and React would call it at the effect's end.
    void focusedRow.current?.scrollIntoView?.({ block: 'nearest' })
  }, [props.focused])
  const [staying, leaving] = [columns.filter(({ from }) => !from), columns.filter(({ from }) => from)]
  const all = rows.length > 0 && rows.every((row) => selected?.has(rowKey(row)))
  return (
    <table className={css.table} data-dense={props.dense ?? false} aria-label={props.label}>
      <thead>
        <tr>
          {onSelect && (
            <th className={css.check}>
              <input
                type="checkbox" aria-label={t('table.selectAll')} checked={all}
                onChange={() => onSelect(all ? new Set() : new Set(rows.map(rowKey)))}
              />
            </th>
          )}
          {columns.map((column) => <Head key={column.key} column={column} sort={props.sort} onSort={props.onSort} />)}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const key = rowKey(row)
          const title = props.group?.(row)
          const focused = props.focused === key
          return [
            title !== undefined && (
              <tr key={`${key}-group`} className={css.group}>
                <td colSpan={staying.length + (onSelect ? 1 : 0)}>{title}</td>
                {leaving.map((column) => <td key={column.key} data-from={column.from} />)}
              </tr>
            ),
            <tr
              key={key} ref={focused ? focusedRow : undefined} data-focused={focused} data-active={props.active === key}
              aria-selected={selected?.has(key) ?? false} data-opens={Boolean(onOpen)} onClick={() => onOpen?.(row)}
            >
              {onSelect && (
                <td className={css.check} onClick={(event) => event.stopPropagation()}>
                  <input
                    type="checkbox" aria-label={t('table.select')} checked={selected?.has(key) ?? false}
                    onChange={() => onSelect(toggled(selected ?? new Set(), key))}
                  />
                </td>
              )}
              {columns.map((column) => (
                <td key={column.key} style={{ textAlign: column.align }} data-from={column.from}>{column.cell(row)}</td>
              ))}
            </tr>,
          ]
        })}
      </tbody>
    </table>
  )
}
