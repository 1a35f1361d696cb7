import { get, patch, post, put } from './client'
import type { Page } from './page'
import type { Schemas } from './schemas'

export type CategoryRow = Schemas['CategoryOut']
export type CategoryDetail = Schemas['CategoryDetail']
export type TermRow = Required<Schemas['TermRow']>
export type ProductRow = Schemas['ProductOut']
export type PartRow = Schemas['PartOut']
export type PartDetail = Schemas['PartDetail']
export type ServiceRow = Schemas['ServiceOut']
export type QueueRow = Schemas['QueueRow']
export type Look = Schemas['LookOut']
export type LookRow = Schemas['LineOut']
export type TakenOver = Schemas['TakenOver']

export interface ListQuery {
  [name: string]: string | undefined
  q?: string | undefined
  category?: string | undefined
  state?: string | undefined
  sort?: string | undefined
  cursor?: string | undefined
}

/** A list with one row each and the writes that its keepers may do. */
const kind = <Row, One, New, Change>(path: string) => ({
  list: (query: ListQuery) => get<Page<Row>>(path, { ...query, limit: 50 }),
  one: (id: string) => get<One>(`${path}/${id}`),
  add: (row: New) => post<One>(path, row),
  change: (id: string, change: Change, version: number) => patch<One>(`${path}/${id}`, change, { version }),
})

export const products = kind<ProductRow, ProductRow, Schemas['ProductIn'], Schemas['ProductPatch']>('/catalog/products')
export const parts = kind<PartRow, PartDetail, Schemas['PartIn'], Schemas['PartPatch']>('/catalog/parts')
export const services = kind<ServiceRow, ServiceRow, Schemas['ServiceIn'], Schemas['ServicePatch']>('/catalog/service-items')
export const queues = kind<QueueRow, QueueRow, Schemas['QueueIn'], Schemas['QueuePatch']>('/queues')

export const categories = {
  all: () => get<CategoryRow[]>('/catalog/categories', { retired: true }),
  one: (code: string) => get<CategoryDetail>(`/catalog/categories/${code}`),
  add: (row: Schemas['CategoryIn']) => post<CategoryDetail>('/catalog/categories', row),
  change: (code: string, change: Schemas['CategoryPatch'], version: number) =>
    patch<CategoryDetail>(`/catalog/categories/${code}`, change, { version }),
  setTerms: (code: string, what: 'symptoms' | 'causes', terms: TermRow[], version: number) =>
    put<CategoryDetail>(`/catalog/categories/${code}/${what}`, { terms }, { version }),
}

/** Where a kind of table is brought to. */
export const importPaths = {
  products: '/catalog/products', parts: '/catalog/parts', services: '/catalog/service-items', units: '/units',
} as const
export type ImportKind = keyof typeof importPaths

export const tables = {
  template: (what: ImportKind, format: 'csv' | 'xlsx') => `/api${importPaths[what]}/import-template?format=${format}`,
  look: (what: ImportKind, file: Blob) => {
    const form = new FormData()
    form.set('file', file, 'table')
    return post<Look>(`${importPaths[what]}/import-check`, form, { key: null })
  },
  take: (what: ImportKind, rows: { line: number; cells: Record<string, string> }[], leaveOutWrong: boolean) =>
    post<TakenOver>(`${importPaths[what]}/import`, { rows, leave_out_wrong: leaveOutWrong }),
}
