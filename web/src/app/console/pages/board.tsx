import { AgeLegend, Board } from '@/features/tickets/board'
import { FilterBar } from '@/features/tickets/filterbar'
import { words as ticketWords } from '@/features/tickets/words'
import { PageTitle, ToolBar } from '@/kit/page'
import { useUrlState } from '@/kit/url'
import { words } from '../words'
import { LayoutSwitch } from './queue'

/** The same filters as columns. */
export function BoardPage() {
  const t = words.useT()
  const { state, change } = useUrlState()
  const filters = Object.keys(state).length === 0 ? { view: 'all' } : state
  return (
    <>
      <PageTitle><h1>{t('nav.tickets')}</h1> / {ticketWords.t('board.title')}</PageTitle>
      <ToolBar right={<><AgeLegend /><LayoutSwitch board filters={filters} /></>}>
        <FilterBar filters={filters} onChange={(changes) => change({ ...filters, ...changes })} />
      </ToolBar>
      <Board filters={filters} />
    </>
  )
}
