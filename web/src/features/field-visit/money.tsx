import { ArrowRight, Minus, Plus, Search } from 'lucide-react'
import { useState } from 'react'
import type { CataloguePart, FieldVisit } from '@/api/field'
import { Chip, cx, Field } from '@/kit/light'
import { billOf } from './steps'
import { useT } from './words'

/** Parts shown before the engineer has typed anything. */
const shown = 6

interface PartsProps {
  visit: FieldVisit
  onUse: (part: { code: string }, quantity: number) => void
}

/** Parts as lines of the catalogue, at its prices. */
export function Parts({ visit, onUse }: PartsProps) {
  const t = useT()
  const [search, setSearch] = useState('')
  const used = new Set(visit.parts.map((line) => line.code))
  const wanted = search.trim().toLowerCase()
  const found = visit.catalogue
    .filter(({ code, name }) => !used.has(code) && `${code} ${name}`.toLowerCase().includes(wanted))
    .slice(0, shown)
  return (
    <section className="stack near">
      <h2 className="title row wrap">
        {t('partsTitle')} {visit.parts_at_cost && <Chip tone="good">{t('atCost')}</Chip>}
      </h2>
      <div className="card lines">
        {visit.parts.length === 0 && <p className="second">{t('partsNone')}</p>}
        {visit.parts.map((line) => (
          <div key={line.code} className="part">
            <div>
              {line.name} <span className="second">{`${line.code} · ¥${Number(line.price)}`}</span>
            </div>
            <Stepper value={line.quantity} onChange={(quantity) => onUse(line, quantity)} />
          </div>
        ))}
      </div>
      <Field label={t('partsAdd')} hideLabel placeholder={t('partsFind')} value={search} onChange={setSearch} unit={<Search size={20} />} />
      <div className="card lines">
        {found.map((part) => (
          <FoundPart key={part.code} part={part} onAdd={() => onUse(part, 1)} />
        ))}
      </div>
    </section>
  )
}

function FoundPart({ part, onAdd }: { part: CataloguePart; onAdd: () => void }) {
  const t = useT()
  return (
    <div className="part">
      <div>
        {part.name} <span className="second">{`${part.code} · ¥${Number(part.price)}`}</span>
        <div className="row wrap">
          <Chip tone="good">{t('fits')}</Chip>
          {part.returnable && <Chip>{t('giveBack')}</Chip>}
        </div>
      </div>
      <div className="stepper">
        <button type="button" aria-label={`${t('partsAdd')} ${part.name}`} onClick={onAdd}>
          <Plus />
        </button>
      </div>
    </div>
  )
}

function Stepper({ value, onChange }: { value: number; onChange: (value: number) => void }) {
  const t = useT()
  return (
    <div className="stepper">
      <button type="button" aria-label={t('less')} disabled={value <= 1} onClick={() => onChange(value - 1)}>
        <Minus />
      </button>
      <b>{value}</b>
      <button type="button" aria-label={t('more')} onClick={() => onChange(value + 1)}>
        <Plus />
      </button>
    </div>
  )
}

/** From the first judgement to the one on site. */
export function CoverNow({ visit }: { visit: FieldVisit }) {
  const t = useT()
  const { coverage } = visit
  if (!coverage) return null
  const final = coverage.stage === 'final'
  return (
    <section className="card">
      <p className="covers">
        {final ? t('final') : t('coverFirst')}
        <ArrowRight size={20} />
        <strong className={cx(coverage.covered === 'out' && 'out')}>{t(coverage.covered)}</strong>
      </p>
      {coverage.reason.text && <p className="second">{coverage.reason.text}</p>}
    </section>
  )
}

/** The bill as the customer will see it: what it would cost, and what it does. */
export function Bill({ visit }: { visit: FieldVisit }) {
  const t = useT()
  const { full, pays, covered } = billOf(visit)
  const line = (key: string, name: string, sum: number) => (
    <div key={key} className="row apart">
      <span>{name}</span>
      <span className="row">
        {covered && <del>¥{sum}</del>}
        <strong>¥{covered ? 0 : sum}</strong>
      </span>
    </div>
  )
  return (
    <section className="card bill">
      {visit.parts.map((part) => line(part.code, `${part.name} × ${part.quantity}`, Number(part.price) * part.quantity))}
      {line('fee', t('visitFee'), Number(visit.visit_fee))}
      <hr />
      <div className="row apart sum">
        <span>
          <strong style={{ fontSize: 'var(--type-body)' }}>{t('customerPays')}</strong>{' '}
          {covered && full > 0 && <span className="second">{t('brandPays', { sum: full })}</span>}
        </span>
        <strong>¥{pays}</strong>
      </div>
    </section>
  )
}
