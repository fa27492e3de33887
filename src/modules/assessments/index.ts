export { type NewResult, recordResult } from './commands/record-result.ts';
export {
  ageWords,
  type Measure,
  readScore,
  type SchoolMeasure,
  scaleProblem,
  scaleWords,
  scoreWords,
  steadyWords,
  tellsError,
} from './domain/measure.ts';
export { measureKinds } from './domain/measure-kinds.ts';
export { type AssessmentResult, resultRefusals } from './domain/result.ts';
export { findMeasure, listMeasures } from './queries/list-measures.ts';
export { listResults } from './queries/list-results.ts';
