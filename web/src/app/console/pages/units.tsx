import { FileUp } from 'lucide-react'
import { ImportDialog } from '@/features/catalog/import'
import { UnitList } from '@/features/customers/units'
import { words } from '@/features/customers/words'
import { Button } from '@/kit/basics'
import { SearchBox } from '@/kit/filters'
import { PageTitle } from '@/kit/page'
import { useMay } from '@/kit/session'
import { useUrlState } from '@/kit/url'

export function UnitsPage() {
  const t = words.useT()
  const may = useMay()
  const { state, change } = useUrlState()
  const query = state['q'] ?? ''
  const brings = may('unit.create')
  const act = brings && <Button icon={<FileUp size={14} />} onClick={() => change({ import: '1' })} data-testid="import">{t('units.import')}</Button>
  return (
    <>
      <PageTitle><h1>{t('units.title')}</h1></PageTitle>
      <UnitList query={query} search={<SearchBox key={query} value={query} placeholder={t('units.search')} onSearch={(q) => change({ q })} />} act={act} />
      {brings && state['import'] !== undefined && <ImportDialog what="units" onClose={() => change({ import: undefined })} />}
    </>
  )
}
