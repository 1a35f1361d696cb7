import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ChevronRight, LogIn } from 'lucide-react'
import { useState } from 'react'
import { asProblem } from '@/api/problem'
import { type DemoAccount, logIn, type Login, type Session } from '@/api/session'
import { Button, Failure, Field, LanguageButton, Mark, RouteLine, RouteStop, Screen } from '@/kit/light'
import { adopt, sessionKey } from '@/kit/session'
import { term } from '@/kit/terms'
import { useT } from './words'

/** Roles that work on a phone, in the order of the case. */
const onPhone = ['clerk', 'outlet_manager', 'engineer']

/** Log in on the phone; in the demo the people of this desk hang on the line. */
export function LoginPage({ session }: { session: Session }) {
  const t = useT()
  const client = useQueryClient()
  const [login, setLogin] = useState<Login>({ username: '', password: '' })
  const entering = useMutation({
    mutationFn: logIn,
    onSuccess: (entered) => client.setQueryData(sessionKey, adopt(entered)),
  })
  const wantsCode = asProblem(entering.error).refusal.code.includes('mfa') || entering.data?.mfa_required === true
  const people = session.demo?.accounts.filter(({ role }) => onPhone.includes(role)) ?? []
  const change = (part: Partial<Login>) => setLogin({ ...login, ...part })
  return (
    <Screen
      top={<Brand />}
      dock={<Button kind="do" icon={<LogIn />} busy={entering.isPending} onClick={() => entering.mutate(login)}>{t('logIn')}</Button>}
    >
      <form className="stack" onSubmit={(event) => { event.preventDefault(); entering.mutate(login) }}>
        {people.length > 0 && <DemoPeople people={people} onPick={(person) => entering.mutate(person)} />}
        <h2 className="title">{t('own')}</h2>
        <Field label={t('username')} autoComplete="username" value={login.username} onChange={(username) => change({ username })} />
        <Field label={t('password')} type="password" autoComplete="current-password" maxLength={128} value={login.password} onChange={(password) => change({ password })} />
        {wantsCode && <Field label={t('code')} inputMode="numeric" autoComplete="one-time-code" value={login.code ?? ''} onChange={(code) => change({ code })} />}
        {entering.error && <Failure error={entering.error} />}
        <a className="link" href="/?forgotten=1">{t('forgotten')}</a>
        <button hidden type="submit" />
      </form>
    </Screen>
  )
}

function Brand() {
  const t = useT()
  return (
    <header className="brandbar">
      <Mark />
      <strong>
        {t('title')}
        <br />
        <span className="note" style={{ fontWeight: 400 }}>{t('lead')}</span>
      </strong>
      <LanguageButton />
    </header>
  )
}

/** People of one role shown before "more". */
const fewOfRole = 3

function DemoPeople({ people, onPick }: { people: readonly DemoAccount[]; onPick: (person: Login) => void }) {
  const t = useT()
  const [all, setAll] = useState(false)
  const byRole = onPhone.map((role) => people.filter((person) => person.role === role))
  const listed = byRole.flatMap((few) => (all ? few : few.slice(0, fewOfRole)))
  return (
    <section className="stack near">
      <h2 className="title">{t('demo')}</h2>
      <RouteLine times={false}>
        {listed.map((person, index) => (
          <RouteStop key={person.username} state={index === 0 ? 'now' : 'later'}>
            <button type="button" className="need" style={{ width: '100%', textAlign: 'start' }} onClick={() => onPick({ username: person.username, password: person.password })}>
              <div>
                <strong>{person.name}</strong>
                <span className="second">{`${term('role', person.role)} · ${person.org}`}</span>
              </div>
              <ChevronRight size={20} />
            </button>
          </RouteStop>
        ))}
      </RouteLine>
      {listed.length < people.length && (
        <button type="button" className="link" onClick={() => setAll(true)}>{t('allPeople', { n: people.length })}</button>
      )}
    </section>
  )
}
