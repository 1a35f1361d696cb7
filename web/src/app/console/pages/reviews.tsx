import { ReviewList, ReviewPanel, useFirstReview } from '@/features/feedback/reviews'
import { words } from '@/features/feedback/words'
import { Segments } from '@/kit/basics'
import { PageTitle, Pane, Panes, ToolBar } from '@/kit/page'
import { Empty } from '@/kit/states'
import { useOpened, useUrlState } from '@/kit/url'

const tabs = ['queued', 'passed', 'rejected', 'auto_passed'] as const

export function ReviewsPage() {
  const t = words.useT()
  const { state: url, change } = useUrlState()
  const state = (url['state'] ?? tabs[0]) as (typeof tabs)[number]
  const current = useOpened(useFirstReview(state))
  return (
    <>
      <PageTitle><h1>{t('reviews.title')}</h1></PageTitle>
      <ToolBar>
        <Segments options={tabs.map((value) => ({ value, label: t(`reviews.${value}`) }))} value={state} onChange={(next) => change({ state: next, id: undefined })} />
      </ToolBar>
      <Panes columns="minmax(308px, 360px) minmax(0, 1fr)">
        <Pane look="canvas"><ReviewList state={state} current={current} onPick={(id) => change({ id })} /></Pane>
        <Pane scroll={false}>{current ? <ReviewPanel key={current} id={current} /> : <Empty>{t('reviews.choose')}</Empty>}</Pane>
      </Panes>
    </>
  )
}
