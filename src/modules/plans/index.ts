import type { Reaction } from '#src/platform/db/scope.ts';
import { refreshReviewMarks } from './commands/refresh-review-marks.ts';

export { askTeachers } from './commands/ask-teachers.ts';
export { beginPlan } from './commands/begin-plan.ts';
export { addEvidence } from './commands/keep-evidence.ts';
export { issuePlan, sharePlan } from './commands/move-plan.ts';
export { refreshAllReviewMarks } from './commands/refresh-review-marks.ts';
export { setTarget } from './commands/set-target.ts';
export { writeSection } from './commands/write-section.ts';
export { type Evidence, evidenceLine } from './domain/evidence.ts';
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
  type TargetArea,
  type TargetWords,
} from './domain/plan.ts';
export { checkPlan, type Finding, jargonIn } from './domain/plan-quality.ts';
export { differencesBetween, type IssuedContent, strategyLine } from './domain/plan-version.ts';
export { findLastReviewed, findPlanAtWork } from './queries/find-plan.ts';
export { countAskedOfMe } from './queries/list-asks.ts';
export { listEvidence } from './queries/list-evidence.ts';
export { listPlanVersions, type PlanVersion } from './queries/list-plan-versions.ts';

/** What this module keeps true before each commit, after the register's lines: who is behind with plans and meetings. */
export const planReactions: readonly Reaction[] = [refreshReviewMarks];
