import { UnitList } from '@/features/customers/units'
import { words } from '@/features/customers/words'
import { SearchBox } from '@/kit/filters'
import { PageTitle } from '@/kit/page'
import { useUrlState } from '@/kit/url'

export function UnitsPage() {
  const t = words.useT()
  const { state, change } = useUrlState()
  const query = state['q'] ?? ''
  return (
    <>
      <PageTitle><h1>{t('units.title')}</h1></PageTitle>
      <UnitList query={query} search={<SearchBox key={query} value={query} placeholder={t('units.search')} onSearch={(q) => change({ q })} />} />
    </>
  )
}
