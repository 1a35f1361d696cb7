/** A page of a list: `count` is exact for open work, else "at least". */
export interface Page<T> {
  items: T[]
  next: string | null
  count: number
  count_exact: boolean
}

/** Why an automatic decision fell as it did, with its words in the reader's language. */
export interface Reason {
  code: string
  params?: Record<string, unknown>
  text: string
}

export interface Named {
  id: string
  name: string
}
