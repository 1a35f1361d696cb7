import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Image, Input } from 'antd'
import { Check, CircleAlert, FileText, X } from 'lucide-react'
import { useState } from 'react'
import { type ReviewDetail, reviews } from '@/api/feedback'
import { asProblem } from '@/api/problem'
import { Button, Facts, Tag } from '@/kit/basics'
import { Block } from '@/kit/page'
import { Empty, Read } from '@/kit/states'
import { useTerm } from '@/kit/terms'
import { momentOf, useNow } from '@/kit/time'
import css from './feedback.module.css'
import { words } from './words'

export function ReviewList({ state, current, onPick }: { state: string; current: string | undefined; onPick: (id: string) => void }) {
  const t = words.useT()
  const term = useTerm()
  const now = useNow()
  const list = useQuery({ queryKey: ['reviews', 'list', state], queryFn: () => reviews.list(state) })
  return (
    <Read of={list} height={76} empty={[(page) => page.items.length === 0, <Empty key="e">{t('reviews.empty')}</Empty>]}>
      {(page) => page.items.map((review) => (
        <button key={review.id} type="button" className={css.line} aria-current={review.id === current} onClick={() => onPick(review.id)}>
          <span><b>{review.order.number}</b> <Tag>{term('order_type', review.order.order_type)}</Tag> <time>{momentOf(review.completed_at, now)}</time></span>
          <small>{[review.outlet?.name, review.engineer?.name].filter(Boolean).join(' · ')}</small>
          <span>{review.rules.map((rule) => <Tag key={rule.code} tone="soon" icon={<CircleAlert size={12} />}>{rule.text}</Tag>)}</span>
        </button>
      ))}
    </Read>
  )
}

function Evidence({ review }: { review: ReviewDetail }) {
  const t = words.useT()
  const now = useNow()
  return (
    <Block title={t('reviews.evidence')} note={review.evidence.length}>
      {review.evidence.length === 0 && <p className={css.none}>{t('reviews.none')}</p>}
      <div className={css.photos}>
        <Image.PreviewGroup>
          {review.evidence.map((one) => (
            <figure key={one.id} data-doubt={Boolean(one.doubt)}>
              <Image src={one.url || `/api/files/${one.id}`} alt={one.name} width={132} height={92} />
              <figcaption>{one.name} {one.taken_at && <small>{momentOf(one.taken_at, now)}</small>}{one.doubt && <em>{one.doubt}</em>}</figcaption>
            </figure>
          ))}
        </Image.PreviewGroup>
      </div>
    </Block>
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
  if (review.state !== 'queued') return null
  return (
    <footer className={css.decision}>
      <Input value={note} maxLength={500} placeholder={t('reviews.noteHint')} aria-label={t('reviews.note')} onChange={(event) => setNote(event.target.value)} />
      <Button look="danger" icon={<X size={14} />} disabled={!note.trim() || decide.isPending} onClick={() => decide.mutate(false)}>{t('reviews.reject')}</Button>
      <Button look="accent" icon={<Check size={14} />} disabled={decide.isPending} data-testid="pass" onClick={() => decide.mutate(true)}>{t('reviews.pass')}</Button>
    </footer>
  )
}

/** Evidence beside the doubts of the rules; a person decides. */
export function ReviewPanel({ id }: { id: string }) {
  const t = words.useT()
  const reading = useQuery({ queryKey: ['reviews', 'one', id], queryFn: () => reviews.one(id) })
  return (
    <Read of={reading}>
      {(review) => (
        <>
          <div className={css.body}>
            <Block title={t('reviews.doubts')} action={<a href={`/api/orders/${review.order.id}/record`} target="_blank" rel="noreferrer"><FileText size={13} /> {t('reviews.print')}</a>}>
              {review.rules.length === 0 && <p className={css.none}>{t('reviews.noDoubts')}</p>}
              {review.rules.map((rule) => <p key={rule.code} className={css.doubt}><CircleAlert size={15} /> {rule.text}</p>)}
            </Block>
            <Evidence review={review} />
            <Block title={t('reviews.record')}><Facts width={96} rows={review.record.map((row) => [row.label, row.value] as const)} /></Block>
            <Block title={t('reviews.checklist')}>
              {review.checklist.map((item) => <p key={item.code} className={css.item} data-done={item.done}>{item.done ? <Check size={14} /> : <X size={14} />} {item.text}</p>)}
            </Block>
            <Block title={t('reviews.parts')}>
              {review.parts.length === 0 ? <p className={css.none}>{t('reviews.none')}</p> : review.parts.map((part) => <p key={part.code}>{part.code} {part.name} × {part.quantity}</p>)}
            </Block>
            <Block title={t('reviews.signature')}>
              {review.signature ? <p>{review.signature.name} {review.signature.url && <img className={css.signature} src={review.signature.url} alt={t('reviews.signature')} />}</p> : <p className={css.none}>{t('reviews.none')}</p>}
            </Block>
          </div>
          <Decision review={review} />
        </>
      )}
    </Read>
  )
}
