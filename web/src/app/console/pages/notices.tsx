import { NoticeCard } from '@/features/notices/notices'
import { Cards, PageTitle } from '@/kit/page'
import { words } from '../words'
import css from './pages.module.css'

export function NoticesPage() {
  const t = words.useT()
  return (
    <Cards>
      <PageTitle><h1>{t('top.notices')}</h1></PageTitle>
      <div className={css.narrow}><NoticeCard /></div>
    </Cards>
  )
}
