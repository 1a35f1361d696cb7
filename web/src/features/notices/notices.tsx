import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { AtSign, Bell, CalendarClock, ClipboardCheck, FileWarning, type LucideIcon, Megaphone, ShieldAlert, TriangleAlert } from 'lucide-react'
import { type NoticeRow, notices } from '@/api/people'
import { Button, Card } from '@/kit/basics'
import { Empty, Read } from '@/kit/states'
import { agoOf, exact, useNow } from '@/kit/time'
import css from './notices.module.css'
import { words } from './words'

/** By the notice's code: what it looks like. */
const icons: readonly (readonly [RegExp, LucideIcon, string])[] = [
  [/danger|safety/, ShieldAlert, 'bad'],
  [/press|complain/, Megaphone, 'bad'],
  [/taken/, FileWarning, 'bad'],
  [/clock_|breach|late/, TriangleAlert, 'soon'],
  [/mention/, AtSign, 'info'],
  [/review|approv/, ClipboardCheck, 'good'],
  [/order|visit|assign/, CalendarClock, 'good'],
]

const useNotices = () => useQuery({ queryKey: ['notices', 'list'], queryFn: notices.list })

/** How many notices wait for me. */
export const useUnread = (): number => useQuery({ queryKey: ['notices', 'unread'], queryFn: notices.unread }).data?.unread ?? 0

/** The same said again of the same thing (each rung of a ladder): one line, the newest, with how often. */
export function gathered(rows: readonly NoticeRow[]): { notice: NoticeRow; times: number }[] {
  const lines = new Map<string, { notice: NoticeRow; times: number }>()
  for (const notice of rows) {
    const key = `${notice.object_id} ${notice.text} ${notice.read_at === null}`
    const earlier = lines.get(key)
    lines.set(key, { notice: earlier?.notice ?? notice, times: (earlier?.times ?? 0) + 1 })
  }
  return [...lines.values()]
}

function Line({ notice, times, onOpen }: { notice: NoticeRow; times: number; onOpen: () => void }) {
  const now = useNow()
  const [, Icon, tone] = icons.find(([kind]) => kind.test(notice.code)) ?? [null, Bell, 'plain']
  const body = (
    <>
      <span className={css.icon} data-tone={tone}><Icon size={14} /></span>
      <span className={css.text}>
        {notice.read_at ? notice.text : <b>{notice.text}</b>}
        {times > 1 && <small> ×{times}</small>}
      </span>
      <time title={exact(notice.at)}>{agoOf(notice.at, now)}</time>
    </>
  )
  const shared = { className: css.line, 'data-read': notice.read_at !== null, onClick: onOpen }
  if (notice.object_type === 'work_order' || notice.object_type === 'order') return <Link to="/dispatch" search={{ order: notice.object_id } as never} {...shared}>{body}</Link>
  if (notice.object_type === 'user') return <Link to="/ledger" search={{ case: notice.object_id } as never} {...shared}>{body}</Link>
  if (notice.object_type !== 'ticket') return <button type="button" {...shared}>{body}</button>
  return <Link to="/tickets/$id" params={{ id: notice.object_id }} {...shared}>{body}</Link>
}

/** My inbox as a card; `limit` for the home page. */
export function NoticeCard({ limit }: { limit?: number }) {
  const t = words.useT()
  const client = useQueryClient()
  const reading = useNotices()
  const again = { onSettled: () => client.invalidateQueries({ queryKey: ['notices'] }) }
  const readOne = useMutation({ mutationFn: notices.read, ...again })
  const readAll = useMutation({ mutationFn: notices.readAll, ...again })
  const unread = useUnread()
  return (
    <Card
      title={t('title')} note={t('unread', { n: unread })}
      actions={unread > 0 && <Button size="sm" look="quiet" onClick={() => readAll.mutate()}>{t('readAll')}</Button>}
    >
      <Read of={reading} rows={3} height={56} empty={[(page) => page.items.length === 0, <Empty key="e">{t('empty')}</Empty>]}>
        {(page) => gathered(page.items).slice(0, limit).map(({ notice, times }) => (
          <Line key={notice.id} notice={notice} times={times} onOpen={() => !notice.read_at && readOne.mutate(notice.id)} />
        ))}
      </Read>
    </Card>
  )
}
