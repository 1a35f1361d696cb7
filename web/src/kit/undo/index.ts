export { currentUndo, offerUndo, UndoBar, type Undoable, withdrawUndo } from './undo'
