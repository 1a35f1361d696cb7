import { useMutation } from '@tanstack/react-query'
import { LogOut } from 'lucide-react'
import { changeMe, logOut } from '@/api/session'
import { SyncPill } from '@/features/field-outbox'
import { useTodayWords } from '@/features/field-today'
import { LanguageButton, LargeButton, Screen, TopBar } from '@/kit/light'
import { useMe } from '@/kit/session'
import { term } from '@/kit/terms'
import { FieldTabs } from './tabs'

export function MePage() {
  const t = useTodayWords()
  const me = useMe()
  const leaving = useMutation({ mutationFn: logOut, onSuccess: () => window.location.assign('/field') })
  return (
    <Screen sunk top={<TopBar large title={t('me')} aside={<SyncPill />} />} tabs={<FieldTabs />}>
      <div className="stack">
        <section className="card">
          <p className="title">{me.name}</p>
          {me.roles.map(({ role, org_id: org, org_name: name }) => (
            <p key={role + org} className="second">{`${term('role', role)} · ${name}`}</p>
          ))}
        </section>
        <section className="card lines">
          <div className="row apart">
            {t('language')}
            <LanguageButton onSwitch={(lang) => void changeMe({ lang })} />
          </div>
          <div className="row apart">
            {t('large')}
            <LargeButton />
          </div>
        </section>
        <button type="button" className="link" onClick={() => leaving.mutate()}>
          <LogOut size={20} />
          {t('logOut')}
        </button>
        <p className="second">{t('logOutKeeps')}</p>
      </div>
    </Screen>
  )
}
