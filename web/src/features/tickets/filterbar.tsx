import { useQuery } from '@tanstack/react-query'
import { Input, Popover, Select } from 'antd'
import { useState } from 'react'
import { people } from '@/api/people'
import { useCategoryOptions } from '@/kit/categories'
import { AddFilter, FilterTokens, type Token } from '@/kit/filters'
import { useKeys } from '@/kit/keys'
import { stages } from '@/kit/stage'
import { useTerm } from '@/kit/terms'
import type { UrlState } from '@/kit/url'
import css from './tickets.module.css'
import { words } from './words'

type Change = (changes: Record<string, string | undefined>) => void

/** Filters whose values are codes; the server knows the same names. */
const coded = [
  ['stage', stages],
  ['status', ['open', 'waiting', 'solved', 'closed', 'archived', 'cancelled']],
  ['tier', ['diamond', 'gold', 'silver', 'corporate']],
  ['order_type', ['installation', 'repair', 'maintenance', 'assessment', 'rework', 'question']],
  ['channel', ['qr', 'portal', 'phone', 'api']],
] as const

/** What can be chosen for each of them; categories are the house's own. */
function useCoded(filters: UrlState) {
  const term = useTerm()
  const categories = useCategoryOptions(filters['category'])
  const known = coded.map(([name, codes]) => ({ name, options: codes.map((code) => ({ value: code as string, label: term(name, code) })) }))
  return [...known, { name: 'category' as const, options: categories }]
}

function useOrgs() {
  return useQuery({ queryKey: ['orgs'], queryFn: people.orgs, staleTime: Infinity, retry: false })
}

function Choices({ filters, onChange }: { filters: UrlState; onChange: Change }) {
  const t = words.useT()
  const choices = useCoded(filters)
  const orgs = useOrgs()
  return (
    <div className={css.form}>
      <label htmlFor="filter-q">{t('filter.q')}</label>
      <Input.Search id="filter-q" allowClear defaultValue={filters['q'] ?? ''} placeholder={t('filter.search')} onSearch={(q) => onChange({ q })} />
      {choices.map(({ name, options }) => [
        <label key={`${name}-label`} htmlFor={`filter-${name}`}>{t(`filter.${name}`)}</label>,
        <Select
          key={name} id={`filter-${name}`} allowClear value={filters[name] ?? null} onChange={(value) => onChange({ [name]: value ?? undefined })}
          options={options}
        />,
      ])}
      <label htmlFor="filter-org">{t('filter.org')}</label>
      <Select
        id="filter-org" allowClear showSearch={{ optionFilterProp: 'label' }} value={filters['org'] ?? null} onChange={(value) => onChange({ org: value ?? undefined })}
        options={(orgs.data ?? []).map((org) => ({ value: org.id, label: org.name }))}
      />
    </div>
  )
}

function useTokens(filters: UrlState, onChange: Change): Token[] {
  const t = words.useT()
  const choices = useCoded(filters)
  const orgs = useOrgs()
  const tokens: Token[] = choices.flatMap(({ name, options }) => {
    const code = filters[name]
    return code ? [{ key: name, name: t(`filter.${name}`), value: options.find((one) => one.value === code)?.label ?? code }] : []
  })
  const org = orgs.data?.find((one) => one.id === filters['org'])
  if (org) tokens.push({ key: 'org', name: t('filter.org'), value: org.name })
  if (filters['q']) tokens.push({ key: 'q', name: t('filter.q'), value: `“${filters['q']}”` })
  return tokens.map((token) => ({ ...token, onRemove: () => onChange({ [token.key]: undefined }) }))
}

/** Filters in place: tokens that read as a sentence, and one popover to add more. */
export function FilterBar({ filters, onChange }: { filters: UrlState; onChange: Change }) {
  const [open, setOpen] = useState(false)
  useKeys({ f: () => setOpen(true), Escape: open ? () => setOpen(false) : undefined })
  return (
    <FilterTokens
      tokens={useTokens(filters, onChange)}
      add={
        <Popover trigger="click" placement="bottomLeft" open={open} onOpenChange={setOpen} content={<Choices filters={filters} onChange={onChange} />}>
          <span><AddFilter /></span>
        </Popover>
      }
    />
  )
}
