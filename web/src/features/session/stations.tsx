import { Monitor, Smartphone } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { type DemoAccount, demoStart } from '@/api/session'
import { inOneLine } from '@/i18n'
import { otherTerm, useTerm } from '@/kit/terms'
import css from './login.module.css'
import { words } from './words'

/** What a newcomer to the demo may open without an account. */
export const demoKey = ['demo', 'start'] as const

type Word = Parameters<typeof words.t>[0]

interface Station {
  at: Word
  /** Roles of the demo that stand at this stop; the first found is offered. */
  roles: readonly string[]
  does: Word
  name?: Word
  phone?: boolean
}

const rows: readonly (readonly Station[])[] = [
  [
    { at: 'station.request', roles: ['customer'], does: 'does.customer', phone: true },
    { at: 'station.intake', roles: ['agent', 'agent_lead'], does: 'does.agent' },
    { at: 'station.dispatch', roles: ['dispatcher'], does: 'does.dispatcher' },
  ],
  [
    { at: 'station.accept', roles: ['clerk', 'outlet_manager'], does: 'does.clerk', phone: true },
    { at: 'station.visit', roles: ['engineer'], does: 'does.engineer', phone: true },
    { at: 'station.review', roles: ['reviewer'], does: 'does.reviewer' },
  ],
  [
    { at: 'station.whole', roles: ['regional_manager', 'centre_manager', 'executive'], does: 'does.manager', name: 'role.manager' },
    { at: 'station.whole', roles: ['admin'], does: 'does.admin' },
    { at: 'station.whole', roles: ['auditor'], does: 'does.auditor' },
  ],
]

function Stop({ station, number, accounts, onPick }: {
  station: Station
  number: number
  accounts: readonly DemoAccount[]
  onPick: (account: DemoAccount) => void
}) {
  const t = words.useT()
  const term = useTerm()
  const start = useQuery({ queryKey: demoKey, queryFn: demoStart, enabled: station.roles.includes('customer') })
  const role = station.roles[0]
  const account = accounts.find((one) => station.roles.includes(one.role))
  const Device = station.phone ? Smartphone : Monitor
  const whole = station.at === 'station.whole'
  const content = (
    <>
      <span className={css.role}>
        <b>{station.name ? t(station.name) : term('role', role)}</b>
        <em>{station.name ? words.other(station.name) : otherTerm('role', role ?? '')}</em>
        <Device size={18} strokeWidth={1.5} aria-hidden />
      </span>
      <span>{account ? inOneLine(account.name, account.org) : role === 'customer' ? (start.data?.units[0]?.name ?? '') : t('demo.noAccount')}</span>
      <small>{t(station.does)}</small>
      <small className={css.other}>{words.other(station.does)}</small>
    </>
  )
  return (
    <li className={css.stop} data-first={number === 1} data-whole={whole}>
      <i aria-hidden />
      <strong>{whole ? (number === 7 ? t(station.at) : '') : `${number} ${t(station.at)}`}</strong>
      {role === 'customer' && !account?.password ? (
        <a className={css.person} href={start.data?.units[0]?.qr_path ?? '/portal'} data-testid="station-customer">{content}</a>
      ) : (
        <button type="button" className={css.person} disabled={!account} data-testid={`station-${role}`} onClick={() => account && onPick(account)}>
          {content}
        </button>
      )}
    </li>
  )
}

/** The roles hang on the case's line: each account of the demo at the stop where it works. */
export function Stations({ accounts, onPick }: { accounts: readonly DemoAccount[]; onPick: (account: DemoAccount) => void }) {
  return (
    <div className={css.lines}>
      <i className={css.right} aria-hidden />
      <i className={css.across} aria-hidden />
      <i className={css.left} aria-hidden />
      {rows.map((row, line) => (
        <ol key={line} className={css.row} data-line={line}>
          {row.map((station, index) => (
            <Stop key={station.roles[0]} station={station} number={line * 3 + index + 1} accounts={accounts} onPick={onPick} />
          ))}
        </ol>
      ))}
    </div>
  )
}
