export { ClockBar } from './bar'
export { ClockChip } from './chip'
export { type ClockFace, type Look, leftOf, lookOf, saidOf, shareOf, soonSeconds } from './face'
export { ClockSymbol } from './symbol'
