export { AddDialog, type EditField, EditDialog } from './edit'
export type { Values } from './merge'
