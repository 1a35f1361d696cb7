import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type Customer360, customers, type UnitDetail, units } from '@/api/customers'
import { people } from '@/api/people'
import { listed } from '@/i18n'
import { EditDialog, type EditField, type Values } from '@/kit/edit'
import { useMay } from '@/kit/session'
import { Read } from '@/kit/states'
import { words } from './words'

const readCustomer = (row: Customer360): Values => ({
  name: row.name, lang: row.lang, elderly: row.elderly, key_account: row.key_account, butler_id: row.butler?.id ?? null,
})

function useCustomerFields(customer: Customer360): EditField[] {
  const t = words.useT()
  const may = useMay()
  const staff = useQuery({ queryKey: ['users', 'agents'], queryFn: () => people.users('', 'agent'), enabled: may('user.see') })
  const own = customer.butler ? [{ value: customer.butler.id, label: customer.butler.name }] : []
  const others = (staff.data?.items ?? []).filter((user) => user.is_active && user.id !== customer.butler?.id)
  const butlers = [{ value: '', label: t('edit.noButler') }, ...own, ...others.map((user) => ({ value: user.id, label: `${user.name} · ${listed(user.roles.map((held) => held.org_name))}` }))]
  return [
    { name: 'name', label: t('edit.name'), kind: 'text' },
    { name: 'lang', label: t('edit.lang'), kind: 'choice', options: [{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }] },
    { name: 'elderly', label: t('elderly'), kind: 'flag' },
    { name: 'key_account', label: t('keyAccount'), kind: 'flag' },
    ...(may('user.see') ? [{ name: 'butler_id', label: t('butler'), kind: 'choice', options: butlers } as const] : []),
  ]
}

/** What the house says about a customer. */
export function EditCustomer({ customer, onClose }: { customer: Customer360; onClose: () => void }) {
  const t = words.useT()
  const client = useQueryClient()
  return (
    <EditDialog
      title={t('edit.title', { name: customer.name })} fields={useCustomerFields(customer)} row={customer} read={readCustomer} onClose={onClose}
      save={(changes, version) => customers.change(customer.id, changes, version)}
      onSaved={() => void client.invalidateQueries({ queryKey: ['customers'] })}
    />
  )
}

const readUnit = (row: UnitDetail): Values => ({
  room: row.room, bought_on: row.bought_on, installed_on: row.installed_on, warranty_until: row.warranty_until,
  contract: row.contract, contract_until: row.contract_until, plan: row.plan || 'none', plan_until: row.plan_until,
})

/** The server's empty text is this form's `none`: a choice needs a value of its own. */
const unitChange = (changes: Values) => ({
  ...changes,
  ...('plan' in changes ? { plan: changes['plan'] === 'fast' ? ('fast' as const) : ('' as const) } : {}),
  ...('room' in changes ? { room: String(changes['room'] ?? '') } : {}),
  ...('contract' in changes ? { contract: String(changes['contract'] ?? '') } : {}),
})

function useUnitFields(): EditField[] {
  const t = words.useT()
  const dates = ['bought_on', 'installed_on', 'warranty_until'] as const
  return [
    { name: 'room', label: t('units.room'), kind: 'text' },
    ...dates.map((name) => ({ name, label: t(`unit.${name}`), kind: 'date' }) as const),
    { name: 'contract', label: t('unit.contract'), kind: 'text' },
    { name: 'contract_until', label: t('unit.contract_until'), kind: 'date' },
    { name: 'plan', label: t('unit.plan'), kind: 'choice', options: [{ value: 'none', label: t('unit.plan.none') }, { value: 'fast', label: t('unit.plan.fast') }] },
    { name: 'plan_until', label: t('unit.plan_until'), kind: 'date' },
  ]
}

/** A unit's papers: where it stands, its dates, its contract and plan. */
export function EditUnit({ id, onClose }: { id: string; onClose: () => void }) {
  const t = words.useT()
  const client = useQueryClient()
  const unit = useQuery({ queryKey: ['units', 'one', id], queryFn: () => units.one(id) })
  const fields = useUnitFields()
  return (
    <Read of={unit} rows={0}>
      {(row) => (
        <EditDialog
          title={t('edit.title', { name: `${row.name} · SN ${row.serial}` })} fields={fields} row={row} read={readUnit} onClose={onClose}
          save={(changes, version) => units.change(id, unitChange(changes), version)}
          onSaved={() => void Promise.all([client.invalidateQueries({ queryKey: ['units'] }), client.invalidateQueries({ queryKey: ['customers'] })])}
        />
      )}
    </Read>
  )
}
