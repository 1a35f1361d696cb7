import { OrderList, OrderPanel } from '@/features/fieldwork/orders'
import { Waiting } from '@/features/fieldwork/waiting'
import { words } from '@/features/fieldwork/words'
import { Segments } from '@/kit/basics'
import { useKeys } from '@/kit/keys'
import { PageTitle, Pane, Panes, ToolBar } from '@/kit/page'
import { useUrlState } from '@/kit/url'

const tabs = ['all', 'open', 'offered', 'accepted', 'assigned', 'agreed', 'waiting_part'] as const

/** Queue → order → who, and why: the dispatcher's list until the board comes. */
export function DispatchPage() {
  const t = words.useT()
  const { state, change } = useUrlState()
  const status = (state['status'] ?? 'all') as (typeof tabs)[number]
  const current = state['order']
  useKeys({ Escape: () => change({ order: undefined }) })
  return (
    <>
      <PageTitle><h1>{t('title')}</h1></PageTitle>
      <ToolBar>
        <Segments
          options={tabs.map((value) => ({ value, label: t(`tab.${value}`) }))} value={status}
          onChange={(next) => change({ status: next === 'all' ? undefined : next, order: undefined })}
        />
      </ToolBar>
      <Panes columns="minmax(308px, 360px) minmax(0, 1fr)">
        <Pane look="canvas">
          <OrderList filters={{ status: status === 'all' ? undefined : status, org: state['org'] }} current={current} onPick={(order) => change({ order })} />
        </Pane>
        <Pane>{current ? <OrderPanel key={current} id={current} /> : <Waiting org={state['org']} onPick={(order) => change({ order })} />}</Pane>
      </Panes>
    </>
  )
}
