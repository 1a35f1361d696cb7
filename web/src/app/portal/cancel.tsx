import { useState } from 'react'
import { cancelCase } from '@/api/portal'
import { useCaseWords } from '@/features/portal-case'
import { Button, Choices, Failure, Sheet, tell } from '@/kit/light'
import { useCaseAct } from './case'

type Why = 'fixed' | 'elsewhere' | 'later'

/** Cancelling is asked for twice by its nature: a reason, then the word itself. */
export function CancelSheet({ token, onClose }: { token: string; onClose: () => void }) {
  const t = useCaseWords()
  const [why, setWhy] = useState<Why | null>(null)
  const cancelling = useCaseAct(token, (reason: string) => cancelCase(token, reason))
  const cancel = () =>
    why &&
    cancelling.mutate(why, {
      onSuccess: () => {
        tell(t('cancelled'))
        onClose()
      },
    })
  const options = [
    { value: 'fixed', label: t('cancelFixed') },
    { value: 'elsewhere', label: t('cancelElsewhere') },
    { value: 'later', label: t('cancelLater') },
  ] as const
  const dock = (
    <>
      {why && <Button busy={cancelling.isPending} onClick={cancel}>{t('cancelGo')}</Button>}
      <Button kind="soft" onClick={onClose}>{t('cancelKeep')}</Button>
    </>
  )
  return (
    <Sheet label={t('cancelTitle')} onClose={onClose} dock={dock}>
      <div className="stack">
        <h2 className="title">{t('cancelTitle')}</h2>
        <p className="second">{t('cancelNote')}</p>
        <Choices legend={t('cancelTitle')} name="why" options={options} value={why} onChange={setWhy} />
        {cancelling.error && <Failure error={cancelling.error} />}
      </div>
    </Sheet>
  )
}
