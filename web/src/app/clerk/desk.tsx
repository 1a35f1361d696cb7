import { Check } from 'lucide-react'
import { useState } from 'react'
import { acceptOrder, type Desk, type DeskOrder, partsArrived } from '@/api/clerk'
import { DeskCard, useDeskWords } from '@/features/clerk-desk'
import { Button, Chip, Empty, Failure, go, Screen, Skeleton, tell, TopBar, useQueryValue } from '@/kit/light'
import { useMe } from '@/kit/session'
import { ContactSheet } from './contact'
import { type Heap, heaps, isHeap, useDesk, useDeskAct, useUndo } from './data'
import { ReturnSheet } from './return'
import { ClerkTabs } from './tabs'

/** The outlet's whole desk: heaps as figures, one heap open. */
export function DeskPage() {
  const t = useDeskWords()
  const { data, error, refetch } = useDesk()
  const [asked] = useQueryValue('heap')
  const heap = isHeap(asked) ? asked : firstHeap(data)
  const [returning, setReturning] = useState<DeskOrder | null>(null)
  const [calling, setCalling] = useState<DeskOrder | null>(null)
  return (
    <Screen sunk top={<Top data={data} heap={heap} />} tabs={<ClerkTabs />}>
      <div className="stack">
        {!data && !error && <Skeleton rows={4} />}
        {error && <Failure error={error} onRetry={() => void refetch()} />}
        {data && data[heap].length === 0 && <Empty title={t(`empty_${heap}`)}>{t('emptyNote')}</Empty>}
        {data?.[heap].map((order, index) => (
          <DeskCard key={order.id} order={order}>
            <HeapActs heap={heap} order={order} first={index === 0} onReturn={setReturning} onCall={setCalling} />
          </DeskCard>
        ))}
      </div>
      {returning && <ReturnSheet order={returning} onClose={() => setReturning(null)} />}
      {calling && <ContactSheet order={calling} onClose={() => setCalling(null)} />}
    </Screen>
  )
}

/** The heap that waits: the first with something in it. */
const firstHeap = (data: Desk | undefined): Heap => heaps.find((heap) => data && data.counts[heap] > 0) ?? 'offered'

function Top({ data, heap }: { data: Desk | undefined; heap: Heap }) {
  const t = useDeskWords()
  const me = useMe()
  const [, setHeap] = useQueryValue('heap')
  const outlet = data?.outlet
  const load = outlet && (outlet.quota === null ? t('acceptedOpen', { used: outlet.used }) : t('accepted', { used: outlet.used, quota: outlet.quota, left: Math.max(0, outlet.quota - outlet.used) }))
  return (
    <TopBar
      title={outlet?.name || t('title')}
      aside={data && <Chip tone="good" icon={<Check size={16} />}>{t('updated')}</Chip>}
      under={
        <>
          <p className="second">{[me.name, load].filter(Boolean).join(' · ')}</p>
          <div className="desk-counts" role="tablist">
            {heaps.map((one) => (
              <button key={one} type="button" role="tab" aria-selected={one === heap} onClick={() => setHeap(one)}>
                <b>{data?.counts[one] ?? '–'}</b>
                {t(one)}
              </button>
            ))}
          </div>
        </>
      }
    />
  )
}

interface HeapActsProps {
  heap: Heap
  order: DeskOrder
  /** Only the first card of a heap carries the accent: one next step a page. */
  first: boolean
  onReturn: (order: DeskOrder) => void
  onCall: (order: DeskOrder) => void
}

/** What an order can be done in its heap; the refusing act is left. */
function HeapActs({ heap, order, first, onReturn, onCall }: HeapActsProps) {
  const t = useDeskWords()
  const kind = first ? 'do' : 'soft'
  const page = (name: string) => () => go(`/field/clerk/${order.id}/${name}`)
  if (heap === 'returned') return null
  return (
    <>
      {heap === 'offered' && <Button narrow onClick={() => onReturn(order)}>{t('return')}</Button>}
      {heap === 'offered' && <AcceptButton order={order} kind={kind} />}
      {heap === 'to_assign' && <Button narrow onClick={() => onReturn(order)}>{t('return')}</Button>}
      {heap === 'to_assign' && <Button kind={kind} onClick={page('assign')}>{t('assign')}</Button>}
      {(heap === 'to_contact' || heap === 'to_rebook') && <Button narrow onClick={page('assign')}>{t('reassign')}</Button>}
      {heap === 'to_contact' && <Button kind={kind} onClick={() => onCall(order)}>{t('call')}</Button>}
      {heap === 'to_rebook' && <Button kind={kind} onClick={page('book')}>{t(order.window ? 'rebook' : 'book')}</Button>}
      {heap === 'waiting_parts' && <PartsButton order={order} kind={kind} />}
    </>
  )
}

interface ActProps {
  order: DeskOrder
  kind: 'do' | 'soft'
}

function AcceptButton({ order, kind }: ActProps) {
  const t = useDeskWords()
  const accepting = useDeskAct(() => acceptOrder(order.id, order.version))
  const undo = useUndo(t('acceptBack'))
  const accept = () =>
    accepting.mutate(undefined, {
      onSuccess: (done) => tell(t('acceptDone'), undo(done)),
      onError: (error) => tell(error.message),
    })
  return <Button kind={kind} busy={accepting.isPending} onClick={accept}>{t('accept')}</Button>
}

function PartsButton({ order, kind }: ActProps) {
  const t = useDeskWords()
  const noting = useDeskAct(() => partsArrived(order.id))
  const note = () =>
    noting.mutate(undefined, {
      onSuccess: () => tell(t('partsDone')),
      onError: (error) => tell(error.message),
    })
  return <Button kind={kind} busy={noting.isPending} onClick={note}>{t('partsHere')}</Button>
}
