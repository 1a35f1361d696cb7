import { useQuery, useQueryClient } from '@tanstack/react-query'
import { categories } from '@/api/catalog'
import { type TicketDetail, tickets } from '@/api/tickets'
import { useLanguage } from '@/i18n'
import { EditDialog, type EditField, type Values } from '@/kit/edit'
import { useTerm } from '@/kit/terms'
import { words } from '../words'

const types = ['repair', 'installation', 'maintenance', 'assessment', 'inspection', 'rework', 'relocation']

const read = (ticket: TicketDetail): Values => ({
  order_type: ticket.order_type, symptom: ticket.symptom, urgency: ticket.urgency, complexity: ticket.complexity, wish: ticket.wish,
})

/** A retired symptom says so. */
const named = (active: boolean | undefined, name: string) => (active ? name : words.t('edit.retired', { name }))

function useFields(ticket: TicketDetail): EditField[] {
  const t = words.useT()
  const term = useTerm()
  const english = useLanguage() === 'en'
  const category = useQuery({ queryKey: ['catalog', 'category', ticket.category], queryFn: () => categories.one(ticket.category) })
  // The symptom the ticket has stays a choice under its name, offered or not.
  const offered = category.data?.symptoms.filter((one) => one.active || one.code === ticket.symptom) ?? []
  const known = offered.map((one) => ({ value: one.code, label: named(one.active, english ? one.name_en : one.name_zh) }))
  const unknown = { value: 'unknown', label: t('edit.unknown') }
  return [
    { name: 'symptom', label: t('edit.symptom'), kind: 'choice', options: [unknown, ...known.filter((one) => one.value !== 'unknown')] },
    { name: 'order_type', label: t('filter.order_type'), kind: 'choice', options: types.map((value) => ({ value, label: term('order_type', value) })) },
    { name: 'urgency', label: t('edit.urgency'), kind: 'choice', options: ['normal', 'urgent'].map((value) => ({ value, label: t(`edit.urgency.${value as 'normal'}`) })) },
    { name: 'complexity', label: t('edit.complexity'), kind: 'choice', options: ['normal', 'complex'].map((value) => ({ value, label: t(`edit.complexity.${value as 'normal'}`) })) },
    { name: 'wish', label: t('edit.wish'), kind: 'text' },
  ]
}

/** Correct what is known of the problem; the clocks that hang on it are replayed. */
export function EditTicket({ ticket, onClose }: { ticket: TicketDetail; onClose: () => void }) {
  const t = words.useT()
  const client = useQueryClient()
  return (
    <EditDialog
      title={t('ticket.edit')} fields={useFields(ticket)} row={ticket} read={read} onClose={onClose}
      save={(changes, version, setAside) => tickets.change(ticket.id, { ...empties(changes), set_aside: empties(setAside) }, version)}
      onSaved={() => void client.invalidateQueries({ queryKey: ['tickets'] })}
    />
  )
}

/** The server takes an empty text for an emptied field. */
const empties = (values: Values): Record<string, string> => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value ?? '')]))
