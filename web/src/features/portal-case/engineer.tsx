import { BadgeCheck, BadgeX, IdCard } from 'lucide-react'
import type { PortalEngineer } from '@/api/portal'
import { cx, Strip } from '@/kit/light'
import { useT, type words } from './words'

/** A photo, else the first character of the name. */
export function Portrait({ name, photo, small = false }: { name: string; photo?: string | null; small?: boolean }) {
  return (
    <span className={cx('portrait', small && 'small')} aria-hidden>
      {photo ? <img src={photo} alt="" /> : name.slice(0, 1)}
    </span>
  )
}

type Level = Extract<(typeof words.keys)[number], `level${string}`>

function levelWord(t: ReturnType<typeof useT>, level: string): string {
  const key = `level${level}` as Level
  return ['1', '2', '3', '4'].includes(level) ? t(key) : level
}

/** Who comes: photo, number, level, certificates as checked today. */
export function EngineerCard({ engineer }: { engineer: PortalEngineer }) {
  const t = useT()
  return (
    <section className="card engineercard">
      <div className="row">
        <Portrait name={engineer.name} photo={engineer.photo} />
        <div>
          <p>
            <strong className="title">{engineer.name}</strong>{' '}
            <span className="second">{t('employee', { no: engineer.employee_no })}</span>
          </p>
          <p className="second">{levelWord(t, engineer.level)}</p>
          {engineer.certificates.map((certificate) => (
            <Certificate key={certificate.kind} {...certificate} />
          ))}
        </div>
      </div>
      <Strip tone="good" icon={<IdCard size={22} />}>
        <span className="second">{t('badge')}</span>
      </Strip>
    </section>
  )
}

function Certificate({ kind, valid_to: until, ok }: PortalEngineer['certificates'][number]) {
  const t = useT()
  const name = kind.replace(/证$/, '')
  return (
    <p className={cx('certificate', !ok && 'over')}>
      {ok ? <BadgeCheck size={18} /> : <BadgeX size={18} />}
      <span>
        {t(ok ? 'certified' : 'certificateOver', { kind: name })}
        {ok && <span className="note"> {t('certificateUntil', { until: until.slice(0, 7) })}</span>}
      </span>
    </p>
  )
}
