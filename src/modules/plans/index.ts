export { takeSharedCopy } from './commands/take-shared-copy.ts';
export { writeSection } from './commands/write-section.ts';
export {
  areaWords,
  type Plan,
  planStateWords,
  type Section,
  type SectionState,
  sectionState,
  sectionWords,
  stateAfter,
  type Target,
} from './domain/plan.ts';
export { checkPlan, type Finding, jargonIn } from './domain/plan-quality.ts';
export { contentWords, differencesBetween, type IssuedContent, strategyLine } from './domain/plan-version.ts';
export { findLastReviewed, findPlanAtWork } from './queries/find-plan.ts';
export { listPlanVersions, type PlanVersion } from './queries/list-plan-versions.ts';
export { findSharedCopy, listSharedCopies, type SharedCopy } from './queries/list-shared-copies.ts';
export { readingAgeShown } from './reading/reading-age.ts';
