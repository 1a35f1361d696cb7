import { RevisitList, RevisitPanel, useFirstRevisit } from '@/features/feedback/revisits'
import { words } from '@/features/feedback/words'
import { Segments } from '@/kit/basics'
import { PageTitle, Pane, Panes, ToolBar } from '@/kit/page'
import { Empty } from '@/kit/states'
import { useOpened, useUrlState } from '@/kit/url'

const tabs = ['open', 'answered', 'unreached'] as const

export function RevisitsPage() {
  const t = words.useT()
  const { state: url, change } = useUrlState()
  const state = (url['state'] ?? tabs[0]) as (typeof tabs)[number]
  const current = useOpened(useFirstRevisit(state))
  return (
    <>
      <PageTitle><h1>{t('revisits.title')}</h1></PageTitle>
      <ToolBar>
        <Segments options={tabs.map((value) => ({ value, label: t(`revisits.${value}`) }))} value={state} onChange={(next) => change({ state: next, id: undefined })} />
      </ToolBar>
      <Panes columns="minmax(308px, 360px) minmax(0, 1fr)">
        <Pane look="canvas"><RevisitList state={state} current={current} onPick={(id) => change({ id })} /></Pane>
        <Pane scroll={true}>{current ? <RevisitPanel key={current} id={current} state={state} /> : <Empty>{t('revisits.choose')}</Empty>}</Pane>
      </Panes>
    </>
  )
}
