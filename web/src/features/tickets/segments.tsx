import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { tickets } from '@/api/tickets'
import { Segments } from '@/kit/basics'
import { ClockSymbol } from '@/kit/clock'
import type { UrlState } from '@/kit/url'
import css from './segments.module.css'
import { words } from './words'

const looks = { breached: 'breached', soon: 'soon', running: 'running', paused: 'paused' } as const

/** "How bad" before reading: the clocks of this view, counted. */
export function ClockSegments({ filters, onChange }: { filters: UrlState; onChange: (clock: string | undefined) => void }) {
  const t = words.useT()
  const others = Object.fromEntries(Object.entries(filters).filter(([name]) => !['clock', 'sort'].includes(name)))
  const counts = useQuery({ queryKey: ['tickets', 'counts', others], queryFn: () => tickets.counts(others), placeholderData: keepPreviousData })
  const options = (['all', 'breached', 'soon', 'running', 'paused'] as const).map((value) => ({
    value,
    label: t(`segment.${value}`),
    count: counts.data?.[value],
    icon: value === 'all' ? undefined : <span className={css.symbol} data-look={value}><ClockSymbol look={looks[value]} share={0.6} /></span>,
  }))
  const value = (filters['clock'] ?? 'all') as (typeof options)[number]['value']
  return <Segments options={options} value={value} onChange={(next) => onChange(next === 'all' ? undefined : next)} />
}
