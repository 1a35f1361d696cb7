import { useState } from 'react'
import { type DeskOrder, returnOrder, type ReturnReason } from '@/api/clerk'
import { useDeskWords } from '@/features/clerk-desk'
import { Button, Choices, Failure, Field, Sheet, tell } from '@/kit/light'
import { useDeskAct, useUndo } from './data'

const reasons = ['no_capacity', 'too_far', 'no_certificate', 'not_ours', 'customer_refuses'] as const satisfies readonly ReturnReason[]

/** Give an order back, with the reason the next outlet and the dispatcher will read. */
export function ReturnSheet({ order, onClose }: { order: DeskOrder; onClose: () => void }) {
  const t = useDeskWords()
  const [reason, setReason] = useState<ReturnReason | null>(null)
  const [note, setNote] = useState('')
  const returning = useDeskAct((why: ReturnReason) => returnOrder(order.id, order.version, why, note.trim()))
  const undo = useUndo(t('returnBack'))
  const send = (why: ReturnReason) =>
    returning.mutate(why, {
      onSuccess: (done) => {
        tell(t('returnDone'), undo(done))
        onClose()
      },
    })
  const dock = (
    <>
      {reason && <Button busy={returning.isPending} onClick={() => send(reason)}>{t('returnGo')}</Button>}
      <Button kind="soft" onClick={onClose}>{t('returnKeep')}</Button>
    </>
  )
  return (
    <Sheet label={t('returnTitle')} onClose={onClose} dock={dock}>
      <div className="stack">
        <div>
          <h2 className="title">{t('returnTitle')}</h2>
          <p className="second">{t('returnNote')}</p>
        </div>
        <Choices legend={t('returnTitle')} name="return" options={reasons.map((value) => ({ value, label: t(value) }))} value={reason} onChange={setReason} />
        <Field label={t('explain')} aside={t('optional')} lines={2} maxLength={300} value={note} onChange={setNote} />
        {returning.error && <Failure error={returning.error} />}
      </div>
    </Sheet>
  )
}
