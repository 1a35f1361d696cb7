import { useMutation } from '@tanstack/react-query'
import { CircleCheck, Eye, EyeOff, MailCheck } from 'lucide-react'
import { type FormEvent, type ReactNode, useState } from 'react'
import { asProblem } from '@/api/problem'
import { forgotPassword, resetPassword } from '@/api/session'
import { Button } from '@/kit/basics'
import css from './login.module.css'
import { words } from './words'

/** The token of a mailed link (`/password/<token>`), or null anywhere else. */
export const resetToken = (): string | null => /^\/password\/([\w-]+)$/.exec(window.location.pathname)?.[1] ?? null

interface Typed {
  label: string
  complete: 'current-password' | 'new-password'
  value: string
  onChange: (value: string) => void
}

export function Password({ label, complete, value, onChange }: Typed) {
  const t = words.useT()
  const [shown, setShown] = useState(false)
  return (
    <label className={css.field}>
      <span>{label}</span>
      <input
        type={shown ? 'text' : 'password'} autoComplete={complete} maxLength={128} required value={value}
        data-testid="password" onChange={(event) => onChange(event.target.value)}
      />
      <button type="button" aria-label={t('login.show')} onClick={() => setShown(!shown)}>{shown ? <EyeOff size={17} /> : <Eye size={17} />}</button>
    </label>
  )
}

function Failed({ error }: { error: unknown }) {
  return error ? <p className={css.problem} role="alert">{asProblem(error).message}</p> : null
}

function Done({ icon, title, text, children }: { icon: ReactNode; title: string; text: string; children: ReactNode }) {
  return (
    <section className={css.form} role="status">
      <h2 className={css.done}>{icon} {title}</h2>
      <p>{text}</p>
      {children}
    </section>
  )
}

/** Ask for a link by mail; the answer never says whether there is such an account. */
export function ForgottenStep({ onBack }: { onBack: () => void }) {
  const t = words.useT()
  const [who, setWho] = useState('')
  const asking = useMutation({ mutationFn: forgotPassword })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    asking.mutate(who.trim())
  }
  if (asking.isSuccess) {
    return (
      <Done icon={<MailCheck aria-hidden />} title={t('forgotten.sent')} text={t('forgotten.sentText')}>
        <Button size="lg" onClick={onBack}>{t('forgotten.back')}</Button>
      </Done>
    )
  }
  return (
    <form onSubmit={submit} className={css.form}>
      <h2>{t('forgotten.title')}</h2>
      <p>{t('forgotten.text')}</p>
      <label className={css.field}>
        <span>{t('forgotten.who')}</span>
        <input autoFocus autoComplete="username" maxLength={254} required value={who} data-testid="who" onChange={(event) => setWho(event.target.value)} />
      </label>
      <Failed error={asking.error} />
      <Button type="submit" look="primary" size="lg" disabled={asking.isPending} data-testid="ask">{t('forgotten.go')}</Button>
      <Button look="quiet" onClick={onBack}>{t('forgotten.back')}</Button>
    </form>
  )
}

/** Set a new password by the link of a mail; a link that no longer holds leads to a new one. */
export function ResetStep({ token, onDone, onAgain }: { token: string; onDone: () => void; onAgain: () => void }) {
  const t = words.useT()
  const [password, setPassword] = useState('')
  const setting = useMutation({ mutationFn: () => resetPassword(token, password) })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setting.mutate()
  }
  if (setting.isSuccess) {
    return (
      <Done icon={<CircleCheck aria-hidden />} title={t('reset.done')} text={t('reset.doneText')}>
        <Button look="primary" size="lg" data-testid="onward" onClick={onDone}>{t('login.go')}</Button>
      </Done>
    )
  }
  return (
    <form onSubmit={submit} className={css.form}>
      <h2>{t('reset.title')}</h2>
      <p>{t('reset.text')}</p>
      <Password label={t('reset.new')} complete="new-password" value={password} onChange={setPassword} />
      <Failed error={setting.error} />
      <Button type="submit" look="primary" size="lg" disabled={setting.isPending} data-testid="set">{t('reset.go')}</Button>
      {asProblem(setting.error).status === 404 ? <Button onClick={onAgain}>{t('reset.again')}</Button> : <Button look="quiet" onClick={onDone}>{t('forgotten.back')}</Button>}
    </form>
  )
}
