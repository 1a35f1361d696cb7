export { AbleList, ExcludedList } from './candidates'
export { DeskCard } from './card'
export { useT as useDeskWords, words as deskWords } from './words'
