import { useQuery } from '@tanstack/react-query'
import { ChevronRight, QrCode } from 'lucide-react'
import { demoStart } from '@/api/session'
import { useRequestWords } from '@/features/portal-request'
import { useLanguage } from '@/i18n'
import { BrandBar, Empty, Link, Screen } from '@/kit/light'

/** In the demo: machines whose codes may be scanned by a tap. Nothing anywhere else. */
export function DemoUnits() {
  const t = useRequestWords()
  const lang = useLanguage()
  const start = useQuery({ queryKey: ['demo', lang], queryFn: demoStart, retry: false })
  if (!start.data) return null
  return (
    <section className="stack">
      <div>
        <h2 className="title">{t('demoTitle')}</h2>
        <p className="second">{t('demoNote')}</p>
      </div>
      {start.data.units.map(({ qr_path: path, name, model }) => (
        <Link key={path} className="need" href={path}>
          <QrCode />
          <div>
            <strong>{name}</strong>
            {!name.includes(model) && <span className="second">{model}</span>}
          </div>
          <ChevronRight size={20} />
        </Link>
      ))}
    </section>
  )
}

/** Without a code: how to get to the service, and in the demo the codes themselves. */
export function FrontPage() {
  const t = useRequestWords()
  return (
    <Screen top={<BrandBar />}>
      <Empty title={t('scanFirst')}>
        <QrCode size={40} />
        <p>{t('scanFirstNote')}</p>
      </Empty>
      <DemoUnits />
    </Screen>
  )
}
