import './unit.css'
import { AirVent, BadgeCheck, Bot, Fan, Flame, Gauge, Package, Refrigerator, ShieldCheck, ShowerHead, Wallet, WashingMachine } from 'lucide-react'
import type { ScannedUnit } from '@/api/portal'
import { inOneLine } from '@/i18n'
import { monthWords, Strip } from '@/kit/light'
import { useT } from './words'

const pictures: Record<string, typeof Flame> = {
  ac: AirVent,
  fridge: Refrigerator,
  washer: WashingMachine,
  gas: Flame,
  gas_heater: Flame,
  electric_heater: ShowerHead,
  hood: Fan,
  robot: Bot,
  compressor: Gauge,
}

/** The unit behind the code: model, last four of the serial, month. Nothing of its owner. */
export function UnitCard({ unit }: { unit: ScannedUnit }) {
  const t = useT()
  const Picture = pictures[unit.category] ?? Package
  const month = unit.installed_month && t('installed', { month: monthWords(unit.installed_month) })
  return (
    <section className="unitcard">
      <span className="unitcard-picture">
        <Picture size={48} strokeWidth={1.5} />
      </span>
      <div>
        <p className="known">
          <BadgeCheck size={18} />
          {t('recognised')}
        </p>
        <h1 className="title">{unit.product_name}</h1>
        {!unit.product_name.includes(unit.model) && <p>{unit.model}</p>}
        <p className="second">{inOneLine(t('serial', { last4: unit.serial_last4 }), month)}</p>
      </div>
    </section>
  )
}

/** What it costs, before any question. */
export function CoverageNote({ coverage }: { coverage: ScannedUnit['coverage'] }) {
  const t = useT()
  if (coverage.covered === 'out') {
    return (
      <Strip tone="soon" icon={<Wallet />} title={t('outTitle', { fee: Number(coverage.visit_fee) })}>
        <p className="second">{t('outNote', { reason: coverage.reason.text })}</p>
      </Strip>
    )
  }
  const note = coverage.until ? t('coveredNote', { until: coverage.until }) : t('coveredOpen')
  return (
    <Strip tone="good" icon={<ShieldCheck />} title={t('coveredTitle')}>
      <p className="second">{note}</p>
    </Strip>
  )
}
