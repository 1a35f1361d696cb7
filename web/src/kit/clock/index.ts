export { ClockBar } from './bar'
export { ClockChip, nameOf } from './chip'
export { type ClockFace, dueOf, type Look, leftOf, lookOf, saidOf, shareOf, soonSeconds } from './face'
export { ClockSymbol } from './symbol'
