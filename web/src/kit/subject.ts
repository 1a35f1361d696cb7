/**
 * The customer's words without the product the server puts before them: lists show the words first and the
 * product behind, because the words are what one looks for.
 */
export function wordsOf({ subject, product }: { subject: string; product?: string | null }): string {
  return product && subject.startsWith(`${product} · `) ? subject.slice(product.length + 3) : subject
}

/** `静岳 1.5 匹 KFR-35` + `KFR-35` → the name once. */
export const productOf = (name: string, model: string): string => (name.includes(model) ? name : `${name} ${model}`)
