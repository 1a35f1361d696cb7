import { Catalogue } from '@/features/catalog/catalog'
import { Queues } from '@/features/catalog/queues'
import { words as catalogWords } from '@/features/catalog/words'
import { DeadJobs } from '@/features/jobs/dead'
import { words as jobsWords } from '@/features/jobs/words'
import { ApiKeys } from '@/features/people/keys'
import { Engineers } from '@/features/people/engineers'
import { Organisation } from '@/features/people/orgs'
import { Authorisations } from '@/features/people/places'
import { Users } from '@/features/people/users'
import { words as peopleWords } from '@/features/people/words'
import { PolicyList } from '@/features/policies/list'
import { words as policyWords } from '@/features/policies/words'
import { MySettings } from '@/features/session/me'
import { words as sessionWords } from '@/features/session/words'
import { Segments } from '@/kit/basics'
import { Cards, PageTitle, ToolBar } from '@/kit/page'
import { useMay } from '@/kit/session'
import { useUrlState } from '@/kit/url'
import { words } from '../words'

/** Each tab with the verb that opens it. */
function useTabs() {
  const may = useMay()
  const people = peopleWords.useT()
  const catalog = catalogWords.useT()
  const jobs = jobsWords.useT()
  return [
    { value: 'me', label: sessionWords.t('me.title'), verb: 'self.use', page: MySettings },
    { value: 'policies', label: policyWords.t('title'), verb: 'policy.see', page: PolicyList },
    { value: 'users', label: people('users'), verb: 'user.see', page: Users },
    { value: 'engineers', label: people('engineers'), verb: 'engineer.see', page: Engineers },
    { value: 'orgs', label: people('orgs'), verb: 'org.see', page: Organisation },
    { value: 'authorisations', label: people('authorisations'), verb: 'authorisation.see', page: Authorisations },
    { value: 'catalogue', label: catalog('title'), verb: 'catalog.see', page: Catalogue },
    { value: 'queues', label: catalog('queues'), verb: 'queue.see', page: Queues },
    { value: 'keys', label: people('keys'), verb: 'apikey.see', page: ApiKeys },
    { value: 'jobs', label: jobs('title'), verb: 'job.revive', page: DeadJobs },
  ].filter((tab) => may(tab.verb))
}

export function SettingsPage() {
  const t = words.useT()
  const tabs = useTabs()
  const { state, set } = useUrlState()
  const current = tabs.find((tab) => tab.value === state['tab']) ?? tabs[0]
  if (!current) return null
  const Page = current.page
  return (
    <>
      <PageTitle><h1>{t('nav.settings')}</h1> / {current.label}</PageTitle>
      <ToolBar><Segments options={tabs.map(({ value, label }) => ({ value, label }))} value={current.value} onChange={(tab) => set({ tab })} /></ToolBar>
      <Cards><Page /></Cards>
    </>
  )
}
