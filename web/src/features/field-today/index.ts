export { Cover, currentStop, DayLine, isOver, StopCard, stopState, toClockFacts } from './line'
export { useT as useTodayWords } from './words'
