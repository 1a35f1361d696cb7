import { Link, useNavigate } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import { Bell, Search } from 'lucide-react'
import { changeMe, logOut } from '@/api/session'
import { PresenceMenu } from '@/features/desk/presence'
import { useUnread } from '@/features/notices/notices'
import { language, setLanguage } from '@/i18n'
import { Avatar, Kbd } from '@/kit/basics'
import { useMay, useMe } from '@/kit/session'
import { words } from '../words'
import css from './frame.module.css'

function SelfMenu() {
  const t = words.useT()
  const me = useMe()
  const navigate = useNavigate()
  const switchLanguage = () => {
    setLanguage(language() === 'en' ? 'zh-CN' : 'en')
    void changeMe({ lang: language() === 'en' ? 'en' : 'zh' })
  }
  const items = [
    { key: 'settings', label: t('self.settings'), onClick: () => void navigate({ to: '/settings' }) },
    { key: 'language', label: t('self.language'), onClick: switchLanguage },
    { key: 'logout', label: t('self.logout'), onClick: () => void logOut().finally(() => window.location.assign('/')) },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <button type="button" className={css.plain} aria-label={t('top.self')} data-testid="self"><Avatar name={me.name} size={30} /></button>
    </Dropdown>
  )
}

/** 48 px: the page's title left; search, presence, bell and self right. */
export function TopBar({ slot, onSearch }: { slot: (element: HTMLElement | null) => void; onSearch: () => void }) {
  const t = words.useT()
  const may = useMay()
  const unread = useUnread()
  return (
    <header className={css.top}>
      <div className={css.title} ref={slot} />
      <button type="button" className={css.search} onClick={onSearch}>
        <Search size={15} aria-hidden />
        <span>{t('top.search')}</span>
        <Kbd>⌘</Kbd><Kbd>K</Kbd>
      </button>
      {may('ticket.work') && <PresenceMenu />}
      <Link to="/notices" className={css.bell} aria-label={t('top.notices')}>
        <Bell size={18} strokeWidth={1.75} aria-hidden />
        {unread > 0 && <em>{unread > 99 ? '99+' : unread}</em>}
      </Link>
      <SelfMenu />
    </header>
  )
}
