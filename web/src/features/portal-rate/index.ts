export { type Answers, lacking, noAnswers, type Solved, toBody } from './answers'
export { MoreQuestions, type Praise, SolvedQuestion } from './pages'
export { useT as useRateWords } from './words'
