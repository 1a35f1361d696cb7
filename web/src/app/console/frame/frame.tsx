import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { useMemo, useState } from 'react'
import { undoParts } from '@/api/people'
import { asProblem } from '@/api/problem'
import { tickets } from '@/api/tickets'
import { StaleAct } from '@/features/tickets/stale'
import { useKeys } from '@/kit/keys'
import { useLive } from '@/kit/live'
import { SlotContext } from '@/kit/page'
import { useMay } from '@/kit/session'
import { LostLink } from '@/kit/states'
import { currentUndo, UndoBar, type Undoable, withdrawUndo } from '@/kit/undo'
import { words } from '../words'
import css from './frame.module.css'
import { openTo } from './nav'
import { Palette } from './palette'
import { Rail } from './rail'
import { KeySheet } from './sheet'
import { TopBar } from './topbar'

function LiveStrip() {
  const seconds = useLive()
  return seconds >= 3 ? <LostLink seconds={seconds} /> : null
}

function useTakeBack(): (undoable: Undoable) => void {
  const t = words.useT()
  const client = useQueryClient()
  const { message } = App.useApp()
  return (undoable) => {
    withdrawUndo()
    void undoParts(undoable.tokens).then((refused) => {
      const why = refused.length > 0 ? asProblem(refused[0]).message : ''
      if (!why) void message.success(t('undone'))
      else void message.error(refused.length < undoable.tokens.length ? t('undone.part', { why }) : why)
      return client.invalidateQueries()
    })
  }
}

function useBadges(): Record<string, number | undefined> {
  const may = useMay()
  const mine = useQuery({ queryKey: ['tickets', 'counts'], queryFn: tickets.counts, enabled: may('ticket.work') })
  return { '/tickets': mine.data?.['breached'] }
}

/** Rail, top bar, and what every page shares: palette, keys, undo, the live link. */
export function Frame() {
  const [title, setTitle] = useState<HTMLElement | null>(null)
  const [panel, setPanel] = useState<'palette' | 'keys' | null>(null)
  const slots = useMemo(() => ({ title }), [title])
  const may = useMay()
  const navigate = useNavigate()
  const takeBack = useTakeBack()
  const goes = openTo(may).flatMap((place) => (place.key ? [[`g ${place.key}`, () => void navigate({ to: place.to })]] : []))
  useKeys({
    ...Object.fromEntries(goes),
    'mod+k': () => setPanel('palette'),
    '/': () => setPanel('palette'),
    '?': () => setPanel('keys'),
    c: may('ticket.open') ? () => void navigate({ to: '/tickets/new' }) : undefined,
    'mod+z': () => {
      const undoable = currentUndo()
      if (undoable) takeBack(undoable)
    },
  })
  return (
    <SlotContext value={slots}>
      <div className={css.frame}>
        <Rail badges={useBadges()} />
        <div className={css.main}>
          <TopBar slot={setTitle} onSearch={() => setPanel('palette')} />
          <LiveStrip />
          <main className={css.page}><Outlet /></main>
        </div>
      </div>
      <Palette open={panel === 'palette'} onClose={() => setPanel(null)} />
      <KeySheet open={panel === 'keys'} onClose={() => setPanel(null)} />
      <UndoBar onUndo={takeBack} />
      <StaleAct />
    </SlotContext>
  )
}
