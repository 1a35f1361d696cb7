import type { ReactNode } from 'react'
import { Link, usePath } from './route'

export interface Tab {
  href: string
  icon: ReactNode
  label: string
  badge?: number | undefined
}

/** Tabs, only on home pages. */
export function TabBar({ tabs }: { tabs: readonly Tab[] }) {
  const path = usePath()
  return (
    <nav className="tabbar">
      {tabs.map(({ href, icon, label, badge }) => (
        <Link key={href} href={href} aria-current={path === href ? 'page' : undefined}>
          {icon}
          {label}
          {badge ? <b>{badge}</b> : null}
        </Link>
      ))}
    </nav>
  )
}
