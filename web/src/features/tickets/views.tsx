import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Dropdown, Form, Input, Modal } from 'antd'
import { Archive, Bookmark, Flame, Inbox, Layers, type LucideIcon, Plus, Repeat2, ShieldAlert, Trash2, TriangleAlert, Users } from 'lucide-react'
import { useState } from 'react'
import { savedViews, tickets } from '@/api/tickets'
import { Button } from '@/kit/basics'
import type { UrlState } from '@/kit/url'
import css from './tickets.module.css'
import { words } from './words'

interface View {
  id: string
  name: string
  query: UrlState
  icon: LucideIcon
  /** Its name in the counts of the server. */
  count?: string
  saved?: boolean
}

function standardViews(t: ReturnType<typeof words.useT>): View[] {
  return [
    { id: 'mine', name: t('view.mine'), query: { view: 'mine' }, icon: Inbox, count: 'mine' },
    { id: 'queue', name: t('view.queue'), query: { view: 'queue' }, icon: Users, count: 'queue' },
    { id: 'today', name: t('view.today'), query: { view: 'open', clock: 'soon' }, icon: Flame, count: 'soon' },
    { id: 'breached', name: t('view.breached'), query: { view: 'open', clock: 'breached' }, icon: TriangleAlert, count: 'breached' },
    { id: 'danger', name: t('view.danger'), query: { view: 'open', urgency: 'urgent' }, icon: ShieldAlert, count: 'urgent' },
    { id: 'rework', name: t('view.reopened'), query: { view: 'open', order_type: 'rework' }, icon: Repeat2 },
    { id: 'open', name: t('view.open'), query: { view: 'open' }, icon: Layers, count: 'all' },
    { id: 'all', name: t('view.all'), query: { view: 'all' }, icon: Archive },
  ]
}

const same = (a: UrlState, b: UrlState) =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([name, value]) => b[name] === value)

/** The views of the queue, standard and saved, and which one the filters are. */
export function useViews(filters: UrlState) {
  const t = words.useT()
  const saved = useQuery({ queryKey: ['tickets', 'views'], queryFn: savedViews.list })
  const counts = useQuery({ queryKey: ['tickets', 'counts'], queryFn: tickets.counts })
  const own: View[] = (saved.data ?? []).map(({ id, name, query }) => ({ id, name, query, icon: Bookmark, saved: true }))
  const all = [...standardViews(t), ...own]
  const base = Object.fromEntries(Object.entries(filters).filter(([name]) => name !== 'sort'))
  return { all, current: all.find((view) => same(view.query, base)), counts: counts.data ?? {} }
}

function SaveDialog({ filters, onClose }: { filters: UrlState; onClose: () => void }) {
  const t = words.useT()
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: ({ name, shared }: { name: string; shared?: boolean }) => savedViews.save({ name, query: filters, shared: shared ?? false }),
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: ['tickets', 'views'] }),
  })
  return (
    <Modal open title={t('views.save')} onCancel={onClose} footer={null} width={400}>
      <Form layout="vertical" onFinish={save.mutate}>
        <Form.Item name="name" label={t('views.name')} rules={[{ required: true, max: 60 }]}><Input autoFocus maxLength={60} /></Form.Item>
        <Form.Item name="shared" valuePropName="checked"><Checkbox>{t('views.share')}</Checkbox></Form.Item>
        <Button type="submit" look="primary" disabled={save.isPending}>{t('views.save')}</Button>
      </Form>
    </Modal>
  )
}

function Line({ view, current, count, onPick, onDrop }: {
  view: View
  current: boolean
  count: number | undefined
  onPick: () => void
  onDrop: () => void
}) {
  const t = words.useT()
  return (
    <div className={css.view} role="button" tabIndex={0} aria-current={current} onClick={onPick} onKeyDown={(event) => event.key === 'Enter' && onPick()}>
      <view.icon size={16} strokeWidth={1.75} aria-hidden />
      <span>{view.name}</span>
      {view.saved && current ? (
        <Trash2
          size={14} role="button" aria-label={t('views.drop', { name: view.name })}
          onClick={(event) => {
            event.stopPropagation()
            onDrop()
          }}
        />
      ) : <small>{count}</small>}
    </div>
  )
}

/** Left of the queue; at 1024 px a menu takes its place. */
export function ViewList({ filters, onPick }: { filters: UrlState; onPick: (query: UrlState) => void }) {
  const t = words.useT()
  const client = useQueryClient()
  const { all, current, counts } = useViews(filters)
  const [saving, setSaving] = useState(false)
  const drop = useMutation({ mutationFn: savedViews.drop, onSettled: () => client.invalidateQueries({ queryKey: ['tickets', 'views'] }) })
  const line = (view: View) => (
    <Line
      key={view.id} view={view} current={current?.id === view.id} count={view.count ? counts[view.count] : undefined}
      onPick={() => onPick(view.query)} onDrop={() => drop.mutate(view.id)}
    />
  )
  return (
    <nav className={css.views}>
      <h3>{t('views.standard')}</h3>
      {all.filter((view) => !view.saved).map(line)}
      <h3>{t('views.mine')}<Plus size={15} role="button" aria-label={t('views.save')} cursor="pointer" onClick={() => setSaving(true)} /></h3>
      {all.filter((view) => view.saved).map(line)}
      {saving && <SaveDialog filters={filters} onClose={() => setSaving(false)} />}
    </nav>
  )
}

export function ViewMenu({ filters, onPick }: { filters: UrlState; onPick: (query: UrlState) => void }) {
  const t = words.useT()
  const { all, current } = useViews(filters)
  const items = all.map((view) => ({ key: view.id, label: view.name, onClick: () => onPick(view.query) }))
  return (
    <span className={css.viewsMenu}>
      <Dropdown menu={{ items }} trigger={['click']}>
        <Button icon={<Bookmark size={14} />}>{current?.name ?? t('views.menu')}</Button>
      </Dropdown>
    </span>
  )
}
