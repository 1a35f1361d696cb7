import { GitPullRequestArrow, RefreshCw, ShieldCheck } from 'lucide-react'
import { byVisit, OutboxBlock, SyncPill, Truths, useFieldLine, useOutboxWords } from '@/features/field-outbox'
import { Button, Empty, go, Screen, Strip, tell, TopBar } from '@/kit/light'
import { timeOf } from '@/kit/time'
import { FieldTabs } from './tabs'

/** 待传: reassurance first, then the list. */
export function OutboxPage() {
  const t = useOutboxWords()
  const { commands, send } = useFieldLine()
  const blocks = byVisit(commands)
  const undecided = blocks.filter((block) => block.rows.some((row) => row.state === 'conflict'))
  const first = undecided[0]
  const dock = first ? (
    <Button kind="do" onClick={() => go(`/field/conflict/${first.visit}`)}>
      {t('decide', { n: undecided.length })}
    </Button>
  ) : (
    <>
      <Button icon={<RefreshCw size={20} />} onClick={() => void send()}>
        {t('again')}
      </Button>
      <Button kind="do" onClick={() => go('/field')}>
        {t('toToday')}
      </Button>
    </>
  )
  return (
    <Screen sunk top={<TopBar large title={t('title')} aside={<SyncPill />} />} dock={dock} tabs={<FieldTabs />}>
      <div className="stack">
        {undecided.map(({ visit, title, rows }) => (
          <Strip key={visit} tone="warn" icon={<GitPullRequestArrow />} title={t('conflictTitle', { title })}>
            <p className="second">{t('conflictNote', { n: rows.length })}</p>
          </Strip>
        ))}
        <Reassurance />
        {blocks.length === 0 && <Empty title={t('empty')}>{t('emptyNote')}</Empty>}
        {blocks.map((block) => (
          <OutboxBlock key={block.visit} block={block} />
        ))}
      </div>
    </Screen>
  )
}

function Reassurance() {
  const t = useOutboxWords()
  const { commands, online, lastAnswer } = useFieldLine()
  const waiting = commands.filter((one) => one.state === 'kept')
  if (waiting.length === 0 || online) return null
  const photos = waiting.filter((one) => 'photo' in one.args).length
  const figures = [
    [String(waiting.length), t('acts')],
    [String(photos), t('photos', { size: '' })],
    [lastAnswer === null ? '—' : timeOf(lastAnswer), t('lastSync')],
  ] as const
  return (
    <Strip icon={<ShieldCheck />} title={t('safe')}>
      <p className="second">{t('safeNote')}</p>
      <div className="outbox-figures">
        {figures.map(([figure, word]) => (
          <div key={word}>
            <p className="answer">{figure}</p>
            <p className="note">{word}</p>
          </div>
        ))}
      </div>
    </Strip>
  )
}

/** Both truths side by side; nothing is thrown away, the dispatcher decides. */
export function ConflictPage({ visit }: { visit: string }) {
  const t = useOutboxWords()
  const { commands, outbox, send } = useFieldLine()
  const rows = commands.filter((one) => one.visit === visit && one.state === 'conflict').sort((a, b) => a.seq - b.seq)
  const ask = async () => {
    await outbox.askAgain()
    await send()
    const open = await outbox.store.commands.where('visit').equals(visit).filter((one) => one.state === 'conflict').count()
    if (open > 0) tell(t('stillOpen'))
    else go('/field/outbox', { replace: true })
  }
  return (
    <Screen
      sunk
      top={<TopBar backTo="/field/outbox" title={rows[0]?.title ?? t('title')} aside={<SyncPill brief />} />}
      dock={
        <Button kind="do" onClick={() => void ask()}>
          {t('ask')}
        </Button>
      }
    >
      <div className="stack">
        <h2 className="title">{t('both')}</h2>
        <Truths rows={rows} />
      </div>
    </Screen>
  )
}
