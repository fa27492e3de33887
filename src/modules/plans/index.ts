export { packDocument } from './commands/make-plan-pack.ts';
export { type Face, type FaceBlock, type FaceSource, faceOf, linesOf } from './domain/face.ts';
export { draftWords, facePdf, itemsOf, strategyColumns, unwrittenWords } from './domain/face-pdf.ts';
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
export type { SchoolTemplate } from './domain/plan-template.ts';
export {
  contentOf,
  type Difference,
  differencesBetween,
  type IssuedContent,
  strategyLine,
} from './domain/plan-version.ts';
export { TemplateKey } from './domain/template-key.ts';
export { type Piece, wordDiff } from './domain/word-diff.ts';
export { findLastReviewed, findPlanAtWork } from './queries/find-plan.ts';
export { listPupilsWithPlan } from './queries/list-issued-plans.ts';
export { findPlanTemplate, listOfferedTemplates } from './queries/list-plan-templates.ts';
export { listPlanVersions, type PlanVersion } from './queries/list-plan-versions.ts';
