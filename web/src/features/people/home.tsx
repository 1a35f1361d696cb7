import { useQuery } from '@tanstack/react-query'
import { Form, Input, InputNumber } from 'antd'
import { engineers } from '@/api/people'
import css from './crew.module.css'
import { distanceOf, words } from './crewwords'

/** How the offline parser understands what is typed, and how far off it may be. */
function Reading({ text }: { text: string }) {
  const t = words.useT()
  const read = useQuery({ queryKey: ['address', text], queryFn: () => engineers.readAddress(text), enabled: text.length >= 4, staleTime: Infinity })
  if (text.length < 4) return <small className={css.faint}>{t('home.hint')}</small>
  if (!read.data) return <small className={css.faint}>…</small>
  if (!read.data.sure || read.data.accuracy === null) return <small className={css.warn} role="status">{t('home.unsure')}</small>
  return <small role="status">{t('home.reading', { area: read.data.area.replaceAll('/', ' ') })} · {t('home.accuracy', { distance: distanceOf(read.data.accuracy) })}</small>
}

/** Where the day's route begins: an address in words, or a point. */
export function HomeFields() {
  const t = words.useT()
  const text = Form.useWatch<string>('home_address') ?? ''
  return (
    <>
      <Form.Item name="home_address" label={t('home.address')} extra={<Reading text={text.trim()} />}><Input maxLength={200} autoComplete="off" /></Form.Item>
      <div className={css.line}>
        <Form.Item name="lng" label={`${t('home.point')}：${t('home.lng')}`}><InputNumber min={-180} max={180} controls={false} /></Form.Item>
        <Form.Item name="lat" label={t('home.lat')}><InputNumber min={-90} max={90} controls={false} /></Form.Item>
      </div>
    </>
  )
}

export interface HomeValues {
  home_address?: string
  lng?: number | null
  lat?: number | null
}

/** A point goes before the words; nothing at all takes the home away. */
export const homeOf = ({ home_address: words, lng, lat }: HomeValues) =>
  typeof lng === 'number' && typeof lat === 'number' ? { home: { lng, lat } } : { home_address: words?.trim() ?? '' }
