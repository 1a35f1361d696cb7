import { Video as Camera } from 'lucide-react'
import { useState } from 'react'
import type { TicketDetail } from '@/api/tickets'
import { Button } from '@/kit/basics'
import { Block } from '@/kit/page'
import { useMay } from '@/kit/session'
import { momentOf, useNow } from '@/kit/time'
import { words } from '../words'
import { AskDialog } from './ask'
import css from './detail.module.css'

/** The open room: who offered it, the way in, and what came of it. The meeting house is not told where one comes from. */
export function Video({ ticket }: { ticket: TicketDetail }) {
  const t = words.useT()
  const may = useMay()
  const now = useNow()
  const [ending, setEnding] = useState(false)
  const { video } = ticket
  if (!video?.offered_at) return null
  return (
    <Block title={<><Camera size={14} /> {t('video.open')}</>} note={t('video.by', { name: video.by, at: momentOf(video.offered_at, now) })}>
      <div className={css.video}>
        {video.url && <a href={video.url} target="_blank" rel="noopener noreferrer">{t('video.join')}</a>}
        {may('ticket.video') && <Button size="sm" onClick={() => setEnding(true)}>{t('ticket.video/end')}</Button>}
      </div>
      {ending && <AskDialog action="video/end" ticket={ticket} onClose={() => setEnding(false)} />}
    </Block>
  )
}
