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
export { contentOf, differencesBetween, type IssuedContent, strategyLine } from './domain/plan-version.ts';
export { TemplateKey } from './domain/template-key.ts';
export { findLastReviewed, findPlanAtWork } from './queries/find-plan.ts';
export { findPlanTemplate, listOfferedTemplates } from './queries/list-plan-templates.ts';
export { listPlanVersions, type PlanVersion } from './queries/list-plan-versions.ts';
