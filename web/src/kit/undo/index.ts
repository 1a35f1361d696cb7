export { currentUndo, offerUndo, UndoBar, type Undoable, undoSeconds, withdrawUndo } from './undo'
