import { useMutation } from '@tanstack/react-query'
import { LogOut } from 'lucide-react'
import { changeMe, logOut } from '@/api/session'
import { useDeskWords } from '@/features/clerk-desk'
import { LanguageButton, LargeButton, Screen, TopBar } from '@/kit/light'
import { useMe } from '@/kit/session'
import { term } from '@/kit/terms'
import { ClerkTabs } from './tabs'

export function ClerkMePage() {
  const t = useDeskWords()
  const me = useMe()
  const leaving = useMutation({ mutationFn: logOut, onSuccess: () => window.location.assign('/field') })
  return (
    <Screen sunk top={<TopBar large title={t('me')} />} tabs={<ClerkTabs />}>
      <div className="stack">
        <section className="card">
          <p className="title">{me.name}</p>
          {me.roles.map(({ role, org_id: org, org_name: name }) => (
            <p key={role + org} className="second">{`${term('role', role)} · ${name}`}</p>
          ))}
        </section>
        <section className="card row apart">
          {t('language')}
          <span className="row">
            <LargeButton />
            <LanguageButton onSwitch={(lang) => void changeMe({ lang })} />
          </span>
        </section>
        <button type="button" className="link" onClick={() => leaving.mutate()}>
          <LogOut size={20} />
          {t('logOut')}
        </button>
      </div>
    </Screen>
  )
}
