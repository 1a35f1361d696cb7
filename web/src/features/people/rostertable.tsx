import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { type CrewDay, engineers, type RosterRow } from '@/api/people'
import { Button } from '@/kit/basics'
import { useMay } from '@/kit/session'
import { Empty, Read } from '@/kit/states'
import { dayOf, shortDateOf, useNow, weekdayOf } from '@/kit/time'
import { useUrlState } from '@/kit/url'
import css from './crew.module.css'
import { words } from './crewwords'
import { DayDialog } from './day'
import { addDays, mondayOf, weekdayOfDay } from './roster'
import { DayCell, noon } from './shifts'

const shown = 14

interface Opened {
  row: RosterRow
  day: CrewDay
}

function Grid({ rows, onDay }: { rows: readonly RosterRow[]; onDay?: ((opened: Opened) => void) | undefined }) {
  const t = words.useT()
  const { change } = useUrlState()
  const today = dayOf(useNow())
  return (
    <div className={css.scroll}>
      <table className={css.roster}>
        <thead>
          <tr>
            <th>{t('col.name')}</th>
            {rows[0]?.days.map(({ day }) => <th key={day} data-today={day === today} data-end={weekdayOfDay(day) === 6}>{weekdayOf(noon(day))}<small>{shortDateOf(noon(day))}</small></th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row"><button type="button" onClick={() => change({ engineer: row.id, card: 'shifts' })}><b>{row.name}</b><small>{row.outlet}</small></button></th>
              {row.days.map((day) => (
                <td key={day.day} data-end={weekdayOfDay(day.day) === 6}>
                  <DayCell short day={day} past={day.day < today} today={day.day === today} onOpen={onDay && day.day >= today ? () => onDay({ row, day }) : undefined} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Two weeks of a crew side by side: who is there, who is away, where visits stand without anybody. */
export function RosterTable({ filters }: { filters: Record<string, string | undefined> }) {
  const t = words.useT()
  const may = useMay()
  const { state, change } = useUrlState()
  const [opened, setOpened] = useState<Opened | null>(null)
  const today = dayOf(useNow())
  const from = state['from'] ?? ''
  const first = /^\d{4}-\d\d-\d\d$/.test(from) ? from : mondayOf(today)
  const reading = useInfiniteQuery({
    queryKey: ['people', 'roster', filters, first], queryFn: ({ pageParam }) => engineers.roster({ ...filters, first, days: shown }, pageParam),
    initialPageParam: '', getNextPageParam: (page) => page.next ?? undefined, placeholderData: keepPreviousData,
  })
  const rows = reading.data?.pages.flatMap((page) => page.items)
  return (
    <>
      <div className={css.range}>
        <Button size="sm" icon={<ChevronLeft size={14} />} aria-label="−14" onClick={() => change({ from: addDays(first, -shown) })} />
        <b>{shortDateOf(noon(first))} – {shortDateOf(noon(addDays(first, shown - 1)))}</b>
        <Button size="sm" icon={<ChevronRight size={14} />} aria-label="+14" onClick={() => change({ from: addDays(first, shown) })} />
      </div>
      <Read of={{ ...reading, data: rows }} rows={10} height={48} empty={[(all) => all.length === 0, <Empty key="e">{t('shifts.empty')}</Empty>]}>
        {(all) => <Grid rows={all} onDay={may('engineer.roster') ? setOpened : undefined} />}
      </Read>
      {reading.hasNextPage && <footer className={css.foot}><Button size="sm" disabled={reading.isFetchingNextPage} onClick={() => void reading.fetchNextPage()}>{t('more')}</Button></footer>}
      {opened && <DayDialog id={opened.row.id} name={opened.row.name} day={opened.day} onClose={() => setOpened(null)} />}
    </>
  )
}
