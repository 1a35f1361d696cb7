import { useQuery } from '@tanstack/react-query'
import { MessageSquareText } from 'lucide-react'
import { useState } from 'react'
import { assignOrder, type Candidates, candidates, type DeskOrder, type ExcludedEngineer } from '@/api/clerk'
import { AbleList, ExcludedList, useDeskWords } from '@/features/clerk-desk'
import { joined } from '@/i18n'
import { Button, Empty, Failure, Field, go, Screen, Sheet, Skeleton, tell, TopBar } from '@/kit/light'
import { focusFirst } from './focus'
import { useDeskAct } from './data'

interface Wish {
  id: string
  name: string
  overrule: string | null
}

function useAssign(order: DeskOrder) {
  const t = useDeskWords()
  const assigning = useDeskAct(({ id, overrule }: Wish) => assignOrder(order.id, order.version, id, overrule))
  const assign = (wish: Wish) =>
    assigning.mutate(wish, {
      onSuccess: () => {
        tell(t('assigned', { name: wish.name }))
        go('/field/clerk', { replace: true })
      },
    })
  return { assign, busy: assigning.isPending, error: assigning.error }
}

/** Who can go and why, who cannot and by which rule. */
export function AssignPage({ order }: { order: DeskOrder }) {
  const t = useDeskWords()
  const found = useQuery({ queryKey: ['candidates', order.id], queryFn: () => candidates(order.id) })
  const [chosen, setChosen] = useState<string | null>(null)
  const [overruled, setOverruled] = useState<ExcludedEngineer | null>(null)
  const { assign, busy, error } = useAssign(order)
  const engineer = found.data?.able.find((one) => one.engineer.id === chosen)?.engineer
  const dock = engineer ? (
    <Button kind="do" busy={busy} onClick={() => assign({ ...engineer, overrule: null })}>{t('assignTo', { name: engineer.name })}</Button>
  ) : (
    <Button onClick={focusFirst}>{t('assignChoose')}</Button>
  )
  return (
    <Screen
      sunk
      top={<TopBar backTo="/field/clerk" title={t('assignTitle', { subject: order.subject })} />}
      hint={engineer && <><MessageSquareText size={18} />{t('assignHint', { name: order.customer })}</>}
      dock={dock}
    >
      <div className="stack">
        {found.isPending && <Skeleton rows={4} />}
        {(found.error ?? error) && <Failure error={found.error ?? error} onRetry={() => void found.refetch()} />}
        {found.data && <Lists found={found.data} chosen={chosen} onChoose={setChosen} onOverrule={setOverruled} />}
      </div>
      {overruled && <OverruleSheet one={overruled} busy={busy} onAssign={assign} onClose={() => setOverruled(null)} />}
    </Screen>
  )
}

interface ListsProps {
  found: Candidates
  chosen: string | null
  onChoose: (id: string) => void
  onOverrule: (one: ExcludedEngineer) => void
}

function Lists({ found, chosen, onChoose, onOverrule }: ListsProps) {
  const t = useDeskWords()
  return (
    <>
      {found.able.length === 0 ? <Empty title={t('nobody')} /> : <AbleList able={found.able} value={chosen} onChange={onChoose} />}
      <ExcludedList excluded={found.excluded} onOverrule={onOverrule} />
    </>
  )
}

interface OverruleProps {
  one: ExcludedEngineer
  busy: boolean
  onAssign: (wish: Wish) => void
  onClose: () => void
}

/** An own rule may be passed by a named person with a reason; the law never gets here. */
function OverruleSheet({ one, busy, onAssign, onClose }: OverruleProps) {
  const t = useDeskWords()
  const [why, setWhy] = useState('')
  const { id, name } = one.engineer
  const dock = why.trim() && (
    <Button kind="do" busy={busy} onClick={() => onAssign({ id, name, overrule: why.trim() })}>{t('assignTo', { name })}</Button>
  )
  return (
    <Sheet label={t('overruleTitle', { name })} onClose={onClose} dock={dock}>
      <div className="stack">
        <h2 className="title">{t('overruleTitle', { name })}</h2>
        <p className="second">{joined([one.text, t('overruleNote')])}</p>
        <Field label={t('explain')} hideLabel lines={3} maxLength={300} placeholder={t('explain')} value={why} onChange={setWhy} />
      </div>
    </Sheet>
  )
}
