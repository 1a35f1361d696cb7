export { AgeBar, Attainment, type Figure, FigureCard, FigureRow } from './figures'
export { along, shares, columns, scale, sparkline } from './geometry'
