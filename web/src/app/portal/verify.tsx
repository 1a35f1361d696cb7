import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { sendCode, type Tracking, verifyCode } from '@/api/portal'
import { useCaseWords } from '@/features/portal-case'
import { BrandBar, Button, CodeInput, Failure, Field, go, Screen, tell } from '@/kit/light'
import { useCaseAct } from './case'

/** Seconds before the code may be asked for again. */
const resendAfter = 60

/** The typed number becomes a verified one by the code sent to it. */
export function VerifyPage({ token, of }: { token: string; of: Tracking }) {
  const t = useCaseWords()
  const [phone, setPhone] = useState('')
  const [code, setCode] = useState('')
  const sending = useMutation({ mutationFn: () => sendCode(phone.replace(/\D/g, '')) })
  const checking = useCaseAct(token, () => verifyCode(phone.replace(/\D/g, ''), code))
  const check = () =>
    checking.mutate(undefined, {
      onSuccess: () => {
        tell(t('verified'))
        go(`/t/${token}`, { replace: true })
      },
    })
  const sent = sending.isSuccess
  const ready = code.length === 6
  return (
    <Screen
      top={<BrandBar />}
      dock={
        <>
          <Button narrow onClick={() => go(`/t/${token}`, { replace: true })}>{t('verifySkip')}</Button>
          {sent ? (
            <Button kind="do" busy={checking.isPending} onClick={ready ? check : focusCode}>{t(ready ? 'verifyCheck' : 'verifyFill')}</Button>
          ) : (
            <Button kind="do" busy={sending.isPending} onClick={() => sending.mutate()}>{t('verifySend')}</Button>
          )}
        </>
      }
    >
      <div className="stack">
        <div>
          <h1 className="title">{t(sent ? 'verifyTitle' : 'verifyAsks')}</h1>
          <p className="second">{t('verifyNote', { phone: of.phone_masked ?? '' })}</p>
        </div>
        <Field label={t('verifyPhone')} type="tel" inputMode="tel" value={phone} onChange={setPhone} unit={sent && <Resend onSend={() => sending.mutate()} />} />
        {sent && <CodeInput label={t('verifyTitle')} value={code} onChange={setCode} />}
        {(sending.error ?? checking.error) && <Failure error={sending.error ?? checking.error} />}
      </div>
    </Screen>
  )
}

const focusCode = () => document.querySelector<HTMLElement>('.code input')?.focus()

/** Counts down, then offers the code again. */
function Resend({ onSend }: { onSend: () => void }) {
  const t = useCaseWords()
  const [left, setLeft] = useState(resendAfter)
  useEffect(() => {
    if (left === 0) return undefined
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  if (left > 0) return <>{t('verifyAgain', { n: left })}</>
  const again = () => {
    onSend()
    setLeft(resendAfter)
  }
  return <button type="button" className="link" onClick={again}>{t('verifyResend')}</button>
}
