import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { policies, type PolicyEffect } from '@/api/policies'
import { Card } from '@/kit/basics'
import { Read } from '@/kit/states'
import { useTerm } from '@/kit/terms'
import { momentOf, useNow } from '@/kit/time'
import css from './policies.module.css'
import { words } from './words'

type Document = Record<string, unknown>

/** Trying a draft reads every running clock: only when the hands rest. */
function useRested<Value>(value: Value, ms: number): Value {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return rested
}

/** What the draft would do to running clocks. */
export function useEffectOf(kind: string, draft: Document | null) {
  const document = useRested(draft, 600)
  return useQuery({ queryKey: ['policies', kind, 'effect', document], queryFn: () => policies.effect(kind, document ?? {}), enabled: document !== null && draft !== null, staleTime: 30_000, retry: false })
}

function Moved({ effect }: { effect: PolicyEffect }) {
  const t = words.useT()
  const term = useTerm()
  const now = useNow()
  const at = (iso: string | null | undefined) => (iso ? momentOf(iso, now) : t('effect.none'))
  return (
    <table className={css.moved}>
      <tbody>
        {effect.rows?.map((row) => (
          <tr key={`${row.ticket_id} ${row.clock} ${row.before}`}>
            <td><Link to="/tickets/$id" params={{ id: row.ticket_id }}>{row.number}</Link></td>
            <td>{term('clock', row.clock)}</td>
            <td><s>{at(row.before)}</s> → <b>{at(row.after)}</b></td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Told({ effect }: { effect: PolicyEffect }) {
  const t = words.useT()
  if (!effect.simulated) return <p className={css.said}>{t('effect.notClocks')}</p>
  const { sooner = 0, later = 0, over_now: over = 0, tried = 0, tickets = 0 } = effect
  return (
    <>
      <div className={css.reading}>
        <span><b>{sooner}</b><small>{t('effect.sooner')}</small></span>
        <span><b>{later}</b><small>{t('effect.later')}</small></span>
        <span><b data-look={over > 0 ? 'bad' : undefined}>{over}</b><small>{t('effect.over')}</small></span>
      </div>
      <p className={css.said}>{sooner + later === 0 ? t('effect.nothing', { tried }) : t('effect.tried', { tried, tickets })}</p>
      <Moved effect={effect} />
    </>
  )
}

/** Before it is published: which open tickets it would move, from when to when. */
export function EffectCard({ reading }: { reading: ReturnType<typeof useEffectOf> }) {
  const t = words.useT()
  return <Card title={t('effect')} note={t('effect.note')}><Read of={reading} rows={3}>{(effect) => <Told effect={effect} />}</Read></Card>
}

/** Everything that reads this policy. */
export function UsedIn({ places }: { places: readonly string[] }) {
  const t = words.useT()
  return <Card title={t('usedIn')}><p className={css.used}>{places.join(' · ')}</p></Card>
}
