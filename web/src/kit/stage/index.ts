export { StageLine, StageMini, type Stop, stages, stopAt } from './line'
