import './rows.css'
import {
  Camera, Check, ClipboardList, FileCheck, FileQuestionMark, GitPullRequestArrow, Hourglass, MapPinCheck, Navigation, Package,
  PackageX, PenLine, Phone, ScanLine, ShieldCheck, Smartphone,
} from 'lucide-react'
import type { CommandKind } from '@/api/field'
import { cx, Strip } from '@/kit/light'
import { timeOf } from '@/kit/time'
import { useFieldLine } from './live'
import { type RowState, rowState, type VisitRows } from './state'
import type { KeptCommand } from './store'
import { useT } from './words'

const kindIcon: Record<CommandKind, typeof Phone> = {
  call: Phone,
  agree: Phone,
  depart: Navigation,
  arrive: MapPinCheck,
  scan: ScanLine,
  check: ClipboardList,
  evidence: Camera,
  coverage: ShieldCheck,
  part: Package,
  cause: FileQuestionMark,
  complete: FileCheck,
  cannot: PackageX,
  sign: PenLine,
}

const stateIcon: Record<RowState, typeof Phone> = {
  here: Smartphone,
  queued: Hourglass,
  delivered: Check,
  conflict: GitPullRequestArrow,
  evidence_only: FileCheck,
}

/** One kept act: when, what, and how far it has come. */
export function OutboxRow({ row }: { row: KeptCommand }) {
  const t = useT()
  const { online } = useFieldLine()
  const state = rowState(row, online)
  const Kind = kindIcon[row.kind]
  const State = stateIcon[state]
  const detail = row.args['code'] ?? row.args['result'] ?? row.args['serial']
  return (
    <div className="outbox-row">
      <time>{timeOf(row.at)}</time>
      <Kind size={20} />
      <span>
        {t(`kind_${row.kind}`)}
        {typeof detail === 'string' && row.kind === 'part' && <span className="note"> {detail}</span>}
      </span>
      <span className={cx('outbox-state', state)}>
        <State size={18} />
        {t(state)}
      </span>
    </div>
  )
}

/** A visit's acts in the order of the device. */
export function OutboxBlock({ block }: { block: VisitRows }) {
  const t = useT()
  return (
    <section className="card lines">
      <div className="row apart">
        <strong>{block.title}</strong>
        <span className="second">{t('rows', { n: block.rows.length })}</span>
      </div>
      {block.rows.map((row) => (
        <OutboxRow key={row.id} row={row} />
      ))}
    </section>
  )
}

/** Both truths side by side, with times. */
export function Truths({ rows }: { rows: readonly KeptCommand[] }) {
  const t = useT()
  const theirs = rows.flatMap((row) => row.result?.theirs ?? [])
  const reasons = [...new Set(rows.map((row) => row.result?.reason?.text ?? t('unknownReason')))]
  return (
    <div className="stack">
      <div className="card truths">
        <div>
          <strong style={{ color: 'var(--brand)' }}>{t('thisPhone')}</strong>
          <ul>
            {rows.map((row) => (
              <li key={row.id}>
                <strong>{timeOf(row.at)}</strong>
                {t(`kind_${row.kind}`)}
              </li>
            ))}
          </ul>
        </div>
        <div>
          <strong>{t('system')}</strong>
          <ul>
            {theirs.map(({ at, text }) => (
              <li key={at + text}>
                <strong>{timeOf(at)}</strong>
                {text}
              </li>
            ))}
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      </div>
      <Strip tone="good" icon={<ShieldCheck />}>
        {t('kept')}
      </Strip>
    </div>
  )
}
