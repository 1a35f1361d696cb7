export { AgeBar, Attainment, type Figure, FigureCard, FigureRow } from './figures'
export { along, shares, sparkline } from './geometry'
