import { useQuery } from '@tanstack/react-query'
import { Drawer, Grid } from 'antd'
import { type Engineer, engineers } from '@/api/people'
import { Segments, Tag } from '@/kit/basics'
import { Read } from '@/kit/states'
import { useUrlState } from '@/kit/url'
import { Absences } from './absences'
import css from './crew.module.css'
import { words } from './crewwords'
import { File } from './file'
import { Papers } from './papers'
import { Shifts } from './shifts'
import { Skills } from './skills'

export interface OfEngineer {
  engineer: Engineer
}

const cards = { facts: File, skills: Skills, papers: Papers, shifts: Shifts, absences: Absences }
type CardName = keyof typeof cards

function Title({ engineer }: { engineer: Engineer }) {
  const t = words.useT()
  return (
    <span className={css.who}>
      <b>{engineer.name}</b> <small>{engineer.employee_no} · {engineer.outlet}</small>
      {!engineer.active && <Tag tone="bad">{t('left')}</Tag>}
    </span>
  )
}

function Body({ engineer }: { engineer: Engineer }) {
  const t = words.useT()
  const { state, change } = useUrlState()
  const current = (state['card'] ?? 'facts') as CardName
  const Part = cards[current] ?? File
  const odd = engineer.certificates.filter((one) => one.state !== 'ok').length
  const counts: Partial<Record<CardName, number>> = { skills: engineer.skills.length, absences: engineer.absences.length, ...(odd ? { papers: odd } : {}) }
  const options = (Object.keys(cards) as CardName[]).map((value) => ({ value, label: t(`card.${value}`), count: counts[value] }))
  return (
    <>
      <div className={css.tabs}><Segments options={options} value={current} onChange={(card) => change({ card }, { replace: true })} /></div>
      <Part engineer={engineer} />
    </>
  )
}

/** One engineer whole, beside the list: it has an address of its own and can be sent. */
export function EngineerDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const wide = Grid.useBreakpoint().md
  const reading = useQuery({ queryKey: ['people', 'engineers', 'one', id], queryFn: () => engineers.one(id) })
  return (
    <Drawer open size={wide ? 720 : '100%'} mask={false} onClose={onClose} title={reading.data && <Title engineer={reading.data} />} styles={{ body: { padding: 16 } }} data-testid="engineer">
      <Read of={reading} rows={8}>{(engineer) => <Body engineer={engineer} />}</Read>
    </Drawer>
  )
}
