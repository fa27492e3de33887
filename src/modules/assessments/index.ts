export { type NewResult, recordResult } from './commands/record-result.ts';
export {
  ageWords,
  type Measure,
  readScore,
  type SchoolMeasure,
  scaleProblem,
  scoreWords,
  steadyWords,
} from './domain/measure.ts';
export { type AssessmentResult, resultRefusals } from './domain/result.ts';
export { findMeasure, listMeasures } from './queries/list-measures.ts';
export { listResults } from './queries/list-results.ts';
