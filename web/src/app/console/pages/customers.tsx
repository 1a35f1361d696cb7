import { CustomerList } from '@/features/customers/list'
import { words } from '@/features/customers/words'
import { SearchBox } from '@/kit/filters'
import { PageTitle, ToolBar } from '@/kit/page'
import { useUrlState } from '@/kit/url'

export function CustomersPage() {
  const t = words.useT()
  const { state, change } = useUrlState()
  const query = state['q'] ?? ''
  return (
    <>
      <PageTitle><h1>{t('title')}</h1></PageTitle>
      <ToolBar><SearchBox key={query} value={query} placeholder={t('search')} onSearch={(q) => change({ q })} /></ToolBar>
      <CustomerList query={query} />
    </>
  )
}
