import { Video } from 'lucide-react'
import { Strip } from '@/kit/light'
import { useT } from './words'

/** The way into the desk's room. The meeting house neither learns this page's address nor gets hold of it. */
export function VideoRoom({ url }: { url: string }) {
  const t = useT()
  return (
    <Strip icon={<Video />} title={t('videoTitle')} aside={<a href={url} target="_blank" rel="noopener noreferrer">{t('videoJoin')}</a>}>
      {t('videoNote')}
    </Strip>
  )
}
