import { useQuery } from '@tanstack/react-query'
import { KeyRound, LoaderCircle, ShieldCheck } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { demoStart, type Login, type Session } from '@/api/session'
import { setLanguage, useLanguage } from '@/i18n'
import { Button } from '@/kit/basics'
import mark from '@/kit/brand/mark.svg'
import css from './login.module.css'
import { ForgottenStep, Password, resetToken, ResetStep } from './password'
import { useSignIn } from './signin'
import { demoKey, Stations } from './stations'
import { words } from './words'

function Languages() {
  const language = useLanguage()
  return (
    <div className={css.languages}>
      <button type="button" aria-pressed={language === 'zh-CN'} onClick={() => setLanguage('zh-CN')}>中文</button>
      <button type="button" aria-pressed={language === 'en'} onClick={() => setLanguage('en')}>English</button>
    </div>
  )
}

function Progress() {
  const t = words.useT()
  const progress = useQuery({
    queryKey: demoKey, queryFn: demoStart,
    refetchInterval: (query) => (query.state.data?.complete ? false : 3000),
  })
  const { data } = progress
  if (!data || data.complete || data.planned === 0) return null
  const share = Math.round((data.done / data.planned) * 100)
  return (
    <div className={css.progress}>
      <LoaderCircle size={18} strokeWidth={1.5} aria-hidden />
      <span>{t('progress')}<i><b style={{ width: `${share}%` }} /></i></span>
      <small>{share} %</small>
    </div>
  )
}

function CodeStep({ login, onLogin, onBack, demoCode }: { login: Login; onLogin: (login: Login) => void; onBack: () => void; demoCode: string | null }) {
  const t = words.useT()
  const [code, setCode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onLogin({ ...login, code: code.trim() })
  }
  return (
    <form onSubmit={submit} className={css.form}>
      <h2>{t('code.title')}</h2>
      <p>{t('code.text')}</p>
      {demoCode && <button type="button" className={css.demoCode} onClick={() => setCode(demoCode)}>{t('code.demo', { code: demoCode })}</button>}
      <label className={css.field}>
        <span>{t('code.label')}</span>
        <input autoFocus inputMode="numeric" autoComplete="one-time-code" maxLength={20} required value={code} data-testid="code" onChange={(event) => setCode(event.target.value)} />
      </label>
      <Button type="submit" look="primary" size="lg">{t('code.confirm')}</Button>
      <Button look="quiet" onClick={onBack}>{t('code.back')}</Button>
    </form>
  )
}

interface ByPassword {
  onLogin: (login: Login) => void
  busy: boolean
  onForgotten: () => void
  openid: string | null
}

/** Why the OpenID provider's answer was refused, as the server sent it back in the address. */
const refusedBy = (): string | null => new URLSearchParams(window.location.search).get('refused')
const refusals = { 'people.openid_unknown': 'openid.unknown', 'people.openid_unreachable': 'openid.unreachable' } as const

function OpenId({ name }: { name: string }) {
  const t = words.useT()
  const refused = refusedBy()
  return (
    <>
      <a className={css.openid} href="/api/session/openid" data-testid="openid"><KeyRound size={18} aria-hidden /> {t('openid.go', { name })}</a>
      {refused && <p className={css.problem} role="alert">{t(refusals[refused as keyof typeof refusals] ?? 'openid.refused')}</p>}
    </>
  )
}

function PasswordStep({ onLogin, busy, onForgotten, openid }: ByPassword) {
  const t = words.useT()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onLogin({ username: username.trim(), password })
  }
  return (
    <form onSubmit={submit} className={css.form}>
      <h2>{t('login.title')}</h2>
      <label className={css.field}>
        <span>{t('login.username')}</span>
        <input
          autoComplete="username" maxLength={128} required value={username} placeholder={t('login.usernameHint')}
          data-testid="username" onChange={(event) => setUsername(event.target.value)}
        />
      </label>
      <Password label={t('login.password')} complete="current-password" value={password} onChange={setPassword} />
      <Button type="submit" look="primary" size="lg" disabled={busy} data-testid="login">{t('login.go')}</Button>
      {openid && <OpenId name={openid} />}
      <button type="button" className={css.aside} data-testid="forgotten" onClick={onForgotten}>{t('forgotten.link')}</button>
    </form>
  )
}

/** What the door asks for: a new password by a mailed link, a way to one, the second factor, or the first. */
function Steps({ signing, openid }: { signing: ReturnType<typeof useSignIn>; openid: string | null }) {
  const [forgotten, setForgotten] = useState(() => new URLSearchParams(window.location.search).has('forgotten'))
  const [token, setToken] = useState(resetToken)
  const { signIn, needsCode, problem, demoCode } = signing
  const { username = '', password = '' } = signIn.variables ?? {}
  const leave = () => {
    window.history.replaceState(null, '', '/')
    setToken(null)
    setForgotten(false)
  }
  const askAgain = () => {
    leave()
    setForgotten(true)
  }
  if (token) return <ResetStep token={token} onDone={leave} onAgain={askAgain} />
  if (forgotten) return <ForgottenStep onBack={leave} />
  return (
    <>
      {needsCode ? (
        <CodeStep login={{ username, password }} onLogin={signIn.mutate} onBack={() => { leave(); signIn.reset() }} demoCode={demoCode} />
      ) : (
        <PasswordStep onLogin={signIn.mutate} busy={signIn.isPending} onForgotten={() => setForgotten(true)} openid={openid} />
      )}
      {problem && <p className={css.problem} role="alert">{problem.message}</p>}
    </>
  )
}

function Door({ signing, demo, openid }: { signing: ReturnType<typeof useSignIn>; demo: boolean; openid: string | null }) {
  const t = words.useT()
  return (
    <section className={css.door}>
      <Languages />
      <div className={css.middle}>
        <Steps signing={signing} openid={openid} />
        <hr />
        <div className={css.note}>
          <ShieldCheck size={18} strokeWidth={1.5} aria-hidden />
          <span>{t('login.mfa')}{demo && <><br />{t('login.mfaDemo')}</>}</span>
        </div>
        {demo && <Progress />}
      </div>
      <footer>{t('licence')} <a href="/api/openapi.json">API</a></footer>
    </section>
  )
}

/** The log-in page: in the demo the roles hang on the case's line, beside the ordinary door. */
export function LoginPage({ session }: { session: Session }) {
  const t = words.useT()
  const signing = useSignIn()
  const { demo } = session
  return (
    <div className={css.page} data-demo={demo !== null}>
      <section className={css.case}>
        <header className={css.brand}>
          <img src={mark} alt="" width={40} height={40} />
          <b>{t('brand.name')}</b> {t('brand.other')}
        </header>
        <h1>{t('hero.title')}</h1>
        <p className={css.hero}>{t('hero.text')}</p>
        {demo && <Stations accounts={demo.accounts} onPick={({ username, password }) => signing.signIn.mutate({ username, password })} />}
        {demo && <footer>{t('demo.note')}</footer>}
      </section>
      <Door signing={signing} demo={demo !== null} openid={session.openid ?? null} />
    </div>
  )
}
