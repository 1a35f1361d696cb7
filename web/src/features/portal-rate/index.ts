export { type Answers, lacking, noAnswers, toBody } from './answers'
export { MoreQuestions, SolvedQuestion } from './pages'
export { useT as useRateWords } from './words'
