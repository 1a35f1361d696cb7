import { Dropdown } from 'antd'
import { CalendarPlus, CheckCheck, CornerUpRight, Ellipsis, UserCheck } from 'lucide-react'
import { useState } from 'react'
import type { TicketDetail } from '@/api/tickets'
import { Button } from '@/kit/basics'
import { useKeys } from '@/kit/keys'
import { useMay, useMe } from '@/kit/session'
import { AssignDialog } from '../assign'
import { MergeDialog } from '../merge'
import { words } from '../words'
import { AskDialog, asks } from './ask'
import { EditTicket } from './edit'
import { useAct } from './useact'
import { VisitDialog } from './visit'

type Word = Parameters<typeof words.t>[0]

/** The less frequent acts, and the verb each needs. */
const rest = [
  ['edit', 'ticket.work'], ['merge', 'ticket.work'], ['video', 'ticket.video'], ['video/end', 'ticket.video'], ['remote', 'ticket.work'], ['press', 'ticket.work'], ['pause', 'ticket.work'], ['resume', 'ticket.work'],
  ['split', 'ticket.work'], ['link', 'ticket.work'], ['close', 'ticket.close'], ['reopen', 'ticket.reopen'], ['cancel', 'ticket.work'],
] as const

/** In which states of a ticket each makes sense; what is refused anyway is not offered. */
const working: readonly string[] = ['open', 'waiting']
const when: Record<(typeof rest)[number][0], readonly string[]> = {
  edit: working, merge: working, video: working, 'video/end': working, remote: working, press: working, pause: ['open'], resume: ['waiting'], split: working,
  link: [...working, 'solved', 'closed'], close: ['solved'], reopen: ['solved', 'closed'], cancel: working,
}

/** Guidance by video is offered where the house has rooms, and ended where one is open. */
const stands = (action: string, { video }: TicketDetail) =>
  action === 'video' ? video?.offered_at === null : action === 'video/end' ? Boolean(video?.offered_at) : true

function Dialogs({ dialog, ticket, onClose }: { dialog: string; ticket: TicketDetail; onClose: () => void }) {
  const t = words.useT()
  const act = useAct(ticket)
  if (dialog === 'assign')
    return <AssignDialog onClose={onClose} onPick={(args) => act.mutate({ action: args.org_id ? 'transfer' : 'assign', args, what: t(args.org_id ? 'transfer.done' : 'assign.done') })} />
  if (dialog === 'merge') return <MergeDialog onClose={onClose} onPick={(into) => act.mutate({ action: 'merge', args: { into }, what: t('merge.done') })} />
  if (dialog === 'link')
    return <MergeDialog title={t('ticket.link')} onClose={onClose} onPick={(other) => act.mutate({ action: 'link', args: { other_id: other }, what: t('ticket.link') })} />
  if (dialog === 'visit') return <VisitDialog ticket={ticket} onClose={onClose} />
  if (dialog === 'edit') return <EditTicket ticket={ticket} onClose={onClose} />
  return <AskDialog action={dialog} ticket={ticket} onClose={onClose} />
}

/** What may be done with this ticket: the frequent as buttons, the rest in a menu. */
export function Actions({ ticket }: { ticket: TicketDetail }) {
  const t = words.useT()
  const me = useMe()
  const may = useMay()
  const act = useAct(ticket)
  const [dialog, setDialog] = useState<string | null>(null)
  const open = ticket.status === 'open' || ticket.status === 'waiting'
  const works = may('ticket.work') && open
  const start = (action: string) => {
    if (asks(action) || ['link', 'merge', 'edit'].includes(action)) setDialog(action)
    else act.mutate({ action, what: t(`ticket.${action}` as Word) })
  }
  useKeys({
    a: may('ticket.assign') && open ? () => setDialog('assign') : undefined,
    m: works ? () => setDialog('merge') : undefined,
    v: may('order.open') && open ? () => setDialog('visit') : undefined,
    e: works ? () => setDialog('solve') : undefined,
  })
  const items = rest.filter(([action, verb]) => may(verb) && when[action].includes(ticket.status) && stands(action, ticket)).map(([action]) => ({ key: action, label: t(`ticket.${action}`), onClick: () => start(action) }))
  return (
    <>
      {ticket.assignee?.id !== me.id && works && <Button look="primary" icon={<UserCheck size={15} />} onClick={() => start('take')} data-testid="take">{t('ticket.take')}</Button>}
      {may('ticket.assign') && open && <Button icon={<CornerUpRight size={15} />} onClick={() => setDialog('assign')}>{t('ticket.transfer')}</Button>}
      {may('order.open') && open && <Button icon={<CalendarPlus size={15} />} onClick={() => setDialog('visit')} data-testid="visit">{t('ticket.visit')}</Button>}
      {works && <Button icon={<CheckCheck size={15} />} onClick={() => setDialog('solve')} data-testid="solve">{t('ticket.solve')}</Button>}
      {items.length > 0 && <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight"><Button aria-label={t('ticket.more')} icon={<Ellipsis size={15} />} /></Dropdown>}
      {dialog && <Dialogs dialog={dialog} ticket={ticket} onClose={() => setDialog(null)} />}
    </>
  )
}
