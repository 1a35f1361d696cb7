import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import { customers } from '@/api/customers'
import { Profile, ProfileHead } from '@/features/customers/profile'
import { words } from '@/features/customers/words'
import { Cards, PageTitle } from '@/kit/page'
import { Read } from '@/kit/states'

export function CustomerPage() {
  const t = words.useT()
  const { id } = useParams({ strict: false }) as { id: string }
  const reading = useQuery({ queryKey: ['customers', 'one', id], queryFn: () => customers.one(id) })
  return (
    <Cards>
      <PageTitle><Link to="/customers"><ChevronLeft size={16} /> {t('title')}</Link> <h1>{reading.data?.name}</h1></PageTitle>
      <Read of={reading}>{(customer) => <><ProfileHead customer={customer} /><Profile customer={customer} /></>}</Read>
    </Cards>
  )
}
