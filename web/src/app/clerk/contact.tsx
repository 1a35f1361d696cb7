import { useState } from 'react'
import { type DeskOrder, logCall } from '@/api/clerk'
import type { CallResult } from '@/api/field'
import { useDeskWords } from '@/features/clerk-desk'
import { Button, Choices, Failure, go, Sheet, tell } from '@/kit/light'
import { useDeskAct } from './data'

const results = ['reached', 'rebooked', 'missed', 'wrong_number'] as const satisfies readonly CallResult[]

/** The first contact with its result; reached leads to the window. */
export function ContactSheet({ order, onClose }: { order: DeskOrder; onClose: () => void }) {
  const t = useDeskWords()
  const [result, setResult] = useState<CallResult | null>(null)
  const logging = useDeskAct((said: CallResult) => logCall(order.id, said))
  const log = (said: CallResult) =>
    logging.mutate(said, {
      onSuccess: () => {
        tell(t('contactDone'))
        onClose()
        if (said === 'reached' || said === 'rebooked') go(`/field/clerk/${order.id}/book`)
      },
    })
  const dock = result && <Button kind="do" busy={logging.isPending} onClick={() => log(result)}>{t('contactGo')}</Button>
  return (
    <Sheet label={t('contactTitle')} onClose={onClose} dock={dock}>
      <div className="stack">
        <h2 className="title">{t('contactTitle')}</h2>
        <Choices legend={t('contactTitle')} name="contact" options={results.map((value) => ({ value, label: t(value) }))} value={result} onChange={setResult} />
        {logging.error && <Failure error={logging.error} />}
      </div>
    </Sheet>
  )
}
