import { pressOn } from '@/api/portal'
import { useCaseWords } from '@/features/portal-case'
import { Button, Failure, Sheet, tell } from '@/kit/light'
import { useCaseAct } from './case'

/** 催单: says who will hear it before it is done. */
export function PressSheet({ token, presses, onClose }: { token: string; presses: number; onClose: () => void }) {
  const t = useCaseWords()
  const pressing = useCaseAct(token, () => pressOn(token))
  const press = () =>
    pressing.mutate(undefined, {
      onSuccess: (answer) => {
        tell(t('pressed', { n: answer.presses, told: answer.told }))
        onClose()
      },
    })
  const dock = (
    <>
      <Button onClick={onClose}>{t('notNow')}</Button>
      <Button kind="do" busy={pressing.isPending} onClick={press}>{t('pressGo')}</Button>
    </>
  )
  return (
    <Sheet label={t('pressTitle')} onClose={onClose} dock={dock}>
      <div className="stack">
        <h2 className="title">{t('pressTitle')}</h2>
        <p>{t('pressNote', { n: presses })}</p>
        {pressing.error && <Failure error={pressing.error} />}
      </div>
    </Sheet>
  )
}
