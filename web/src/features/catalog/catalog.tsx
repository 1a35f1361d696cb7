import { Segments } from '@/kit/basics'
import { useUrlState } from '@/kit/url'
import { Categories } from './categories'
import { Parts } from './parts'
import { Products } from './products'
import { Services } from './services'
import { words } from './words'

const pages = { categories: Categories, products: Products, parts: Parts, services: Services }
type Part = keyof typeof pages
const isPart = (text: string | undefined): text is Part => text !== undefined && text in pages

/** What is sold, what it is made of, and what is done to it. */
export function Catalogue() {
  const t = words.useT()
  const { state, set } = useUrlState()
  const part: Part = isPart(state['part']) ? state['part'] : 'products'
  const Page = pages[part]
  return (
    <>
      <div><Segments options={(Object.keys(pages) as Part[]).map((value) => ({ value, label: t(value) }))} value={part} onChange={(next) => set({ tab: 'catalogue', part: next })} label={t('title')} /></div>
      <Page />
    </>
  )
}
