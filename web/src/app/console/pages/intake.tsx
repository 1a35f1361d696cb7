import { Intake } from '@/features/tickets/intake'
import { Cards, PageTitle } from '@/kit/page'
import { words } from '../words'

export function IntakePage() {
  const t = words.useT()
  return (
    <Cards>
      <PageTitle><h1>{t('nav.tickets')}</h1> / {t('do.newTicket')}</PageTitle>
      <Intake />
    </Cards>
  )
}
