import { useQuery } from '@tanstack/react-query'
import { tickets } from '@/api/tickets'
import { Segments } from '@/kit/basics'
import { ClockSymbol } from '@/kit/clock'
import type { UrlState } from '@/kit/url'
import css from './segments.module.css'
import { words } from './words'

/** "How bad" before reading. The server counts all open work, so counts stand only where nothing narrows it. */
export function ClockSegments({ filters, onChange }: { filters: UrlState; onChange: (clock: string | undefined) => void }) {
  const t = words.useT()
  const narrowed = Object.entries(filters).some(([name, value]) => !['clock', 'sort'].includes(name) && !(name === 'view' && value === 'open'))
  const counts = useQuery({ queryKey: ['tickets', 'counts'], queryFn: tickets.counts })
  const options = (['all', 'breached', 'soon'] as const).map((value) => ({
    value,
    label: t(`segment.${value}`),
    count: narrowed ? undefined : counts.data?.[value],
    icon: value === 'all' ? undefined : <span className={css.symbol} data-look={value}><ClockSymbol look={value} share={0.6} /></span>,
  }))
  const value = (filters['clock'] ?? 'all') as (typeof options)[number]['value']
  return <Segments options={options} value={value} onChange={(next) => onChange(next === 'all' ? undefined : next)} />
}
