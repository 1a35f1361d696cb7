import type { VisitBrief } from '@/api/people'
import { momentOf, timeOf, useNow } from '@/kit/time'
import css from './crew.module.css'

const shown = 8

/** Order numbers with their windows; a click opens the orders' desk with the order. */
export function VisitList({ visits }: { visits: readonly VisitBrief[] }) {
  const now = useNow()
  return (
    <ul className={css.visits}>
      {visits.slice(0, shown).map((visit) => (
        <li key={visit.order_id}>
          <a href={`/dispatch?order=${visit.order_id}`}>{visit.number}</a>
          <span>{visit.starts_at && visit.ends_at ? `${momentOf(visit.starts_at, now)}–${timeOf(visit.ends_at)}` : '—'}</span>
        </li>
      ))}
      {visits.length > shown && <li>＋{visits.length - shown}</li>}
    </ul>
  )
}
