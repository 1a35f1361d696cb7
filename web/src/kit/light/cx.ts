/** Class names that are there; `cx('card', chosen && 'chosen')`. */
export const cx = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ')
