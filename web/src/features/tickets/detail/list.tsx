import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { TicketRow } from '@/api/tickets'
import { TierBadge } from '@/kit/basics'
import { ClockChip } from '@/kit/clock'
import { Read } from '@/kit/states'
import type { UrlState } from '@/kit/url'
import { useTickets } from '../queue'
import { wordsOf } from '@/kit/subject'
import css from './detail.module.css'

function Line({ row, here, filters }: { row: TicketRow; here: boolean; filters: UrlState }) {
  const line = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (here) line.current?.scrollIntoView({ block: 'nearest' })
  }, [here])
  return (
    <Link ref={line} to="/tickets/$id" params={{ id: row.id }} search={filters as never} className={css.line} aria-current={here}>
      <span><b>{row.customer.name}</b> <TierBadge tier={row.customer.tier} priority={row.customer.priority} /></span>
      <span className={css.lineSubject}>{wordsOf(row)}</span>
      {row.clock && <ClockChip clock={row.clock} />}
    </Link>
  )
}

/** The list keeps its filters and its place while a ticket is open. */
export function SideList({ filters, current }: { filters: UrlState; current: string }) {
  const { reading, rows } = useTickets(filters)
  return (
    <Read of={{ ...reading, data: rows }} height={82}>
      {(all) => all.map((row) => <Line key={row.id} row={row} here={row.id === current} filters={filters} />)}
    </Read>
  )
}
