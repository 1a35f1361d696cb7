/** The dock of an unanswered page leads to the question. */
export const focusFirst = () => document.querySelector<HTMLElement>('main input')?.focus()
