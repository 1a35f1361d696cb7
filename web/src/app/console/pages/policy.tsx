import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import { policies } from '@/api/policies'
import { PolicyEditor } from '@/features/policies/policy'
import { words } from '@/features/policies/words'
import { PageTitle } from '@/kit/page'
import { Read } from '@/kit/states'

export function PolicyPage() {
  const t = words.useT()
  const { kind } = useParams({ strict: false }) as { kind: string }
  const policy = useQuery({ queryKey: ['policies', kind], queryFn: () => policies.one(kind) })
  return (
    <>
      <PageTitle><Link to="/settings" search={{ tab: 'policies' } as never}><ChevronLeft size={16} /> {t('title')}</Link> <h1>{policy.data?.title}</h1></PageTitle>
      <Read of={policy}>{(data) => <PolicyEditor key={kind} policy={data} />}</Read>
    </>
  )
}
