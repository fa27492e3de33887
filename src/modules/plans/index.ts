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
export { jargonIn } from './domain/plan-jargon.ts';
export { planMark } from './domain/plan-mark.ts';
export { checkPlan, type Finding } from './domain/plan-quality.ts';
export { differencesBetween, type IssuedContent, strategyLine } from './domain/plan-version.ts';
export { type Sorted, sortFindings } from './domain/set-aside.ts';
export { findLastReviewed, findPlanAtWork } from './queries/find-plan.ts';
export { listPlanVersions, type PlanVersion } from './queries/list-plan-versions.ts';
export { listSetAside } from './queries/list-set-aside.ts';
