import { DoorClosed, PackageX, ShieldAlert, UserRoundX, Users } from 'lucide-react'
import { useState } from 'react'
import type { CannotReason, FieldVisit } from '@/api/field'
import { SyncPill } from '@/features/field-outbox'
import { useVisitWords } from '@/features/field-visit'
import { Button, Choices, Evidence, Field, go, Screen, TopBar } from '@/kit/light'
import { useActs } from './acts'
import { focusOn } from './onsite'
import { visitTitle } from './visit'

const icons = {
  part_missing: PackageX,
  nobody_home: DoorClosed,
  customer_refused: UserRoundX,
  needs_higher_level: Users,
  unsafe: ShieldAlert,
} satisfies Record<CannotReason, typeof Users>

/** A failed visit ends with the next one filled in. */
export function CannotPage({ visit }: { visit: FieldVisit }) {
  const t = useVisitWords()
  const act = useActs(visit)
  const [reason, setReason] = useState<CannotReason | null>(null)
  const [part, setPart] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [photo, setPhoto] = useState<Blob | null>(null)
  const wantsPart = reason === 'part_missing'
  const submit = async () => {
    if (!reason) return
    if (photo) await act('evidence', { kind: 'site' }, photo)
    await act('cannot', { reason, parts: wantsPart && part ? [part] : [], note: note.trim() })
    go('/field', { replace: true })
  }
  const options = (Object.keys(icons) as CannotReason[]).map((value) => {
    const Icon = icons[value]
    return { value, label: t(value), icon: <Icon size={22} /> }
  })
  const dock = !reason ? (
    <Button onClick={() => focusOn('[name=reason]')}>{t('cannotChoose')}</Button>
  ) : wantsPart && !part ? (
    <Button onClick={() => focusOn('[name=missing]')}>{t('cannotPartGo')}</Button>
  ) : (
    <Button kind="do" onClick={() => void submit()}>{t('cannotGo')}</Button>
  )
  return (
    <Screen sunk top={<TopBar backTo={`/field/visit/${visit.id}`} title={visitTitle(visit)} aside={<SyncPill brief />} />} dock={dock}>
      <div className="stack">
        <h2 className="title">{t('cannotTitle')}</h2>
        <Choices legend={t('cannotTitle')} name="reason" look="grid" options={options} value={reason} onChange={setReason} />
        {wantsPart && (
          <Choices
            legend={t('cannotPart')}
            showLegend
            name="missing"
            options={visit.catalogue.map(({ code, name }) => ({ value: code, label: name, note: code }))}
            value={part}
            onChange={setPart}
          />
        )}
        {reason && visit.status === 'on_site' && (
          <div className="card row apart">
            {t('cannotPhoto')}
            <Evidence label={t('cannotPhoto')} photo={photo} onPhoto={setPhoto} />
          </div>
        )}
        {reason && <Field label={t('cannotNote')} aside={t('optional')} lines={2} maxLength={300} value={note} onChange={setNote} />}
        {reason && reason !== 'customer_refused' && <ReturnVisit visit={visit} reason={reason} part={part} />}
      </div>
    </Screen>
  )
}

/** What the house plans from this: the same engineer for a part or an empty home, else the clerk assigns. */
function ReturnVisit({ visit, reason, part }: { visit: FieldVisit; reason: CannotReason; part: string | null }) {
  const t = useVisitWords()
  const same = reason === 'part_missing' || reason === 'nobody_home'
  const name = visit.catalogue.find(({ code }) => code === part)?.name
  return (
    <section className="card">
      <p>
        <strong>{t('returnTitle')}</strong>
      </p>
      <dl className="facts">
        <dt>{t('returnWho')}</dt>
        <dd>{t(same ? 'returnMe' : 'returnOther')}</dd>
        <dt>{t('returnWhen')}</dt>
        <dd>{t(reason === 'part_missing' ? 'returnWhenPart' : 'returnWhenAgain')}</dd>
        {name && (
          <>
            <dt>{t('returnBring')}</dt>
            <dd>{name}</dd>
          </>
        )}
      </dl>
    </section>
  )
}
