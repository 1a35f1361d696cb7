import { Check, TriangleAlert } from 'lucide-react'
import { useCallback, useState } from 'react'
import type { FieldVisit } from '@/api/field'
import { History, Scanner, useVisitWords } from '@/features/field-visit'
import { Button, Field, Strip } from '@/kit/light'
import { useActs } from './acts'
import { focusOn, OnButton, StationScreen } from './onsite'

/** Is this the unit on the order? Camera first, typing always possible. */
export function ScanStation({ visit }: { visit: FieldVisit }) {
  const t = useVisitWords()
  const act = useActs(visit)
  const [serial, setSerial] = useState('')
  const { scanned } = visit.facts
  const read = useCallback((code: string) => setSerial(serialIn(code)), [])
  const typed = serial.trim()
  const dock = scanned ? (
    <OnButton visit={visit} />
  ) : (
    <Button kind="do" icon={typed && <Check />} onClick={() => (typed ? void act('scan', { serial: typed }) : focusOn('main input'))}>
      {t(typed ? 'scanGo' : 'scanFill')}
    </Button>
  )
  return (
    <StationScreen visit={visit} dock={dock}>
      <div className="stack">
        {!scanned && (
          <>
            <h2 className="title">{t('scanTitle')}</h2>
            <Scanner onCode={read} />
            <Field label={t('serial')} placeholder={t('scanType')} autoCapitalize="characters" maxLength={60} value={serial} onChange={setSerial} />
          </>
        )}
        {scanned && <Found visit={visit} scanned={scanned} />}
        <History visit={visit} />
      </div>
    </StationScreen>
  )
}

/** A QR code may hold an address; the serial is its last part. */
const serialIn = (code: string): string => code.trim().split('/').at(-1) ?? code

function Found({ visit, scanned }: { visit: FieldVisit; scanned: NonNullable<FieldVisit['facts']['scanned']> }) {
  const t = useVisitWords()
  if (scanned.match === false) {
    return (
      <Strip tone="soon" icon={<TriangleAlert />} title={t('mismatch')}>
        <p>{scanned.serial}</p>
        <p className="second">{t('mismatchNote', { serial: visit.serial ?? '' })}</p>
      </Strip>
    )
  }
  return (
    <Strip tone="good" icon={<Check />} title={t(scanned.match ? 'match' : 'unknownUnit')}>
      <p>{[visit.model, scanned.serial].filter(Boolean).join(' · ')}</p>
    </Strip>
  )
}
