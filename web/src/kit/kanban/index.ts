export { ageStep, type BoardCard, KanbanCard, KanbanHead } from './card'
