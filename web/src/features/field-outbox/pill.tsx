import { ArrowUp, Check, CloudOff, GitPullRequestArrow } from 'lucide-react'
import { cx, Link } from '@/kit/light'
import { timeOf } from '@/kit/time'
import { useSync } from './live'
import { useT } from './words'

const icons = { synced: Check, sending: ArrowUp, offline: CloudOff, undecided: GitPullRequestArrow }

/** One pill, top right, always; a tap opens the outbox. `brief` beside a long title. */
export function SyncPill({ brief = false }: { brief?: boolean }) {
  const t = useT()
  const sync = useSync()
  const Icon = icons[sync.state]
  const word = () => {
    if (sync.state === 'offline' && brief) return t('offlineBrief', { n: sync.count })
    if (sync.state !== 'synced') return t(sync.state, { n: sync.count })
    return sync.at === null || brief ? t('syncedPlain') : t('synced', { at: timeOf(sync.at) })
  }
  return (
    <Link className={cx('syncpill', sync.state)} href="/field/outbox">
      <span>
        <Icon size={18} />
        {word()}
      </span>
    </Link>
  )
}
