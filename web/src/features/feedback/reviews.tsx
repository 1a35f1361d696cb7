import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { App, Input } from 'antd'
import { Check, CircleAlert, FileText, X } from 'lucide-react'
import { useState } from 'react'
import { type ReviewDetail, reviews } from '@/api/feedback'
import { asProblem } from '@/api/problem'
import { Button, Facts, Tag } from '@/kit/basics'
import { Block } from '@/kit/page'
import { useMay } from '@/kit/session'
import { Empty, Read } from '@/kit/states'
import { momentOf, spanOf, useNow } from '@/kit/time'
import css from './feedback.module.css'
import { words } from './words'

/** The list's first doubt: what the page opens where nothing was chosen. */
export const useFirstReview = (state: string): string | undefined =>
  useQuery({ queryKey: ['reviews', 'list', state], queryFn: () => reviews.list(state) }).data?.items[0]?.id

export function ReviewList({ state, current, onPick }: { state: string; current: string | undefined; onPick: (id: string) => void }) {
  const t = words.useT()
  const now = useNow()
  const list = useQuery({ queryKey: ['reviews', 'list', state], queryFn: () => reviews.list(state) })
  return (
    <Read of={list} height={76} empty={[(page) => page.items.length === 0, <Empty key="e">{t('reviews.empty')}</Empty>]}>
      {(page) => page.items.map((review) => (
        <button key={review.id} type="button" className={css.line} aria-current={review.id === current} onClick={() => onPick(review.id)}>
          <span><b>{review.order_number}</b> <time>{momentOf(review.created_at, now)}</time></span>
          <small>{review.org}</small>
          <span>{review.hits.map((hit) => <Tag key={hit.code} tone="soon" icon={<CircleAlert size={12} />}>{hit.text}</Tag>)}</span>
        </button>
      ))}
    </Read>
  )
}

/** What the rules looked at, as facts. */
function Looked({ review }: { review: ReviewDetail }) {
  const t = words.useT()
  const now = useNow()
  const at = (moment: string | null) => (moment ? momentOf(moment, now) : t('reviews.none'))
  const stay = review.arrived_at && review.finished_at ? spanOf((Date.parse(review.finished_at) - Date.parse(review.arrived_at)) / 1000) : t('reviews.none')
  const place = review.distance_m === null ? t('reviews.none') : t('reviews.metres', { n: review.distance_m, accuracy: review.place_accuracy_m ?? '?' })
  const scan = review.scanned_serial ? `${review.scanned_serial} · ${t(review.scan_match ? 'reviews.same' : 'reviews.different')}` : t('reviews.none')
  return (
    <Facts
      width={110}
      rows={[
        [t('reviews.arrived'), at(review.arrived_at)], [t('reviews.finished'), at(review.finished_at)], [t('reviews.stay'), stay], [t('reviews.place'), place],
        [t('reviews.scan'), scan], [t('reviews.photos'), review.photos], [t('reviews.signature'), t(review.signed ? 'reviews.yes' : 'reviews.none')],
      ]}
    />
  )
}

function Decision({ review }: { review: ReviewDetail }) {
  const t = words.useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [note, setNote] = useState('')
  const decide = useMutation({
    mutationFn: (pass: boolean) => (pass ? reviews.pass(review.id, note) : reviews.reject(review.id, note)),
    onSuccess: (_, pass) => void message.success(t(pass ? 'reviews.done' : 'reviews.sentBack')),
    onError: (error) => void message.error(asProblem(error).message),
    onSettled: () => client.invalidateQueries({ queryKey: ['reviews'] }),
  })
  const may = useMay()
  const automatic = review.state === 'auto_passed'
  if (!(automatic || review.state === 'queued') || !may('review.decide')) return null
  return (
    <footer className={css.decision}>
      <Input value={note} maxLength={500} placeholder={t(automatic ? 'reviews.takenBackHint' : 'reviews.noteHint')} aria-label={t('reviews.note')} onChange={(event) => setNote(event.target.value)} />
      <Button look="danger" icon={<X size={14} />} disabled={!note.trim() || decide.isPending} onClick={() => decide.mutate(false)}>{t(automatic ? 'reviews.takeBack' : 'reviews.reject')}</Button>
      {!automatic && <Button look="accent" icon={<Check size={14} />} disabled={decide.isPending} data-testid="pass" onClick={() => decide.mutate(true)}>{t('reviews.pass')}</Button>}
    </footer>
  )
}

/** Facts beside the doubts of the rules, and the record as the customer gets it; a person decides. */
export function ReviewPanel({ id }: { id: string }) {
  const t = words.useT()
  const reading = useQuery({ queryKey: ['reviews', 'one', id], queryFn: () => reviews.one(id) })
  return (
    <Read of={reading}>
      {(review) => (
        <>
          <div className={css.body}>
            <Block title={t('reviews.doubts')} action={<Link to="/tickets/$id" params={{ id: review.ticket_id }}>{t('reviews.ticket')}</Link>}>
              {review.hits.length === 0 && <p className={css.none}>{t('reviews.noDoubts')}</p>}
              {review.hits.map((hit) => <p key={hit.code} className={css.doubt}><CircleAlert size={15} /> {hit.text}</p>)}
              {review.note && <p>{review.note}</p>}
            </Block>
            <Block title={t('reviews.facts')}><Looked review={review} /></Block>
            <Block title={t('reviews.record')} action={<a href={`/api/orders/${review.order_id}/record`} target="_blank" rel="noreferrer"><FileText size={13} /> {t('reviews.print')}</a>}>
              <iframe className={css.record} src={`/api/orders/${review.order_id}/record`} title={t('reviews.record')} sandbox="" />
            </Block>
          </div>
          <Decision review={review} />
        </>
      )}
    </Read>
  )
}
