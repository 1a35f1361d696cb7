import { useQuery } from '@tanstack/react-query'
import { categories } from '@/api/catalog'
import { useLanguage } from '@/i18n'

/** Every category of the house, retired ones too; what they are called is said by the catalogue alone. */
export const useCategories = () => useQuery({ queryKey: ['catalog', 'categories'], queryFn: categories.all, staleTime: 60_000 })

/** What a category is called, by its code; `none` where there is none. */
export function useCategoryName(none = '—'): (code: string | null) => string {
  const english = useLanguage() === 'en'
  const all = useCategories()
  const names = new Map((all.data ?? []).map((row) => [row.code, english ? row.name_en : row.name_zh]))
  return (code) => (code ? (names.get(code) ?? code) : none)
}

/** Categories on offer as a choice; the one a row has now stays one, retired or not. */
export function useCategoryOptions(own?: string | null) {
  const name = useCategoryName()
  const all = useCategories()
  const offered = (all.data ?? []).filter((row) => row.active || row.code === own)
  return offered.map((row) => ({ value: row.code, label: name(row.code) }))
}
