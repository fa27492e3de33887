import type { Reaction } from '#src/platform/db/scope.ts';
import { refreshReviewMarks } from './commands/refresh-review-marks.ts';

/** What this module keeps true before each commit, after the register's lines: who is behind with plans and meetings. */
export const planReactions: readonly Reaction[] = [refreshReviewMarks];
export { askTeachers } from './commands/ask-teachers.ts';
export { beginPlan } from './commands/begin-plan.ts';
export { beginPlans, type Prefill, setTargetInAll, undoPlanStart } from './commands/begin-plans.ts';
export {
  changeBankEntry,
  countBankUse,
  keepBankEntry,
  withdrawBankEntry,
} from './commands/keep-bank-entry.ts';
export { keepDraft, throwAwayDraft } from './commands/keep-draft.ts';
export { addEvidence } from './commands/keep-evidence.ts';
export { cardLinkToken, lendCard, stopCardLink } from './commands/lend-card.ts';
export { packDocument } from './commands/make-plan-pack.ts';
export { issuePlan, sharePlan, withdrawPlan } from './commands/move-plan.ts';
export { type OpenedCard, openCardLink, supplyRole } from './commands/open-card-link.ts';
export { readCards } from './commands/read-cards.ts';
export { refreshAllReviewMarks } from './commands/refresh-review-marks.ts';
export { setReviewDay } from './commands/set-review-day.ts';
export { changeTarget, setTarget, withdrawTarget } from './commands/set-target.ts';
export { takeSharedCopy } from './commands/take-shared-copy.ts';
export { writeCard } from './commands/write-card.ts';
export { writeSection } from './commands/write-section.ts';
export { bankForm, bankTyped, withdrawBankForm } from './domain/bank.form.ts';
export {
  cardForm,
  cardTyped,
  lendCardForm,
  lineField,
  readCardsForm,
  shownAs,
  shownVersions,
  tickedAs,
} from './domain/card.form.ts';
export {
  type Card,
  type CardChange,
  type CardKind,
  type CardLine,
  cardKinds,
  cardKindWords,
  cardOrigins,
  cardOriginWords,
  isToRead,
  mostLines,
  type Suggestion,
  suggestionsFrom,
} from './domain/card.ts';
export { type CardLink, doesAnswer, lendDaysAhead } from './domain/card-link.ts';
export { copyTargetForm } from './domain/copy-target.form.ts';
export { diagnosisWordsIn } from './domain/diagnosis-words.ts';
export { type Evidence, evidenceLine } from './domain/evidence.ts';
export { type Face, type FaceBlock, type FaceSource, faceOf, linesOf } from './domain/face.ts';
export { draftWords, facePdf, itemsOf, strategyColumns, unwrittenWords } from './domain/face-pdf.ts';
export { holdsName, withoutName } from './domain/name-in-words.ts';
export { sectionForm, strategyRows, targetForm, targetTyped } from './domain/plan.form.ts';
export {
  areaWords,
  type Plan,
  planStateWords,
  ratingWords,
  type Section,
  type SectionState,
  sectionKinds,
  sectionState,
  sectionWords,
  stateAfter,
  type Target,
  type TargetArea,
  type TargetWords,
  targetAreas,
} from './domain/plan.ts';
export { attemptOf, DraftPart, draftForm, type PlanDraft, readTyped } from './domain/plan-draft.ts';
export { jargonIn } from './domain/plan-jargon.ts';
export { planMark } from './domain/plan-mark.ts';
export { checkPlan, type Finding } from './domain/plan-quality.ts';
export { planRefusalWords } from './domain/plan-refusals.ts';
export {
  beginPlansForm,
  mayUndoStart,
  mostPlansAtOnce,
  type PlanStart,
  type PlanStarted,
} from './domain/plan-start.ts';
export type { SchoolTemplate } from './domain/plan-template.ts';
export {
  contentOf,
  contentWords,
  type Difference,
  differencesBetween,
  type IssuedContent,
  strategyLine,
} from './domain/plan-version.ts';
export { linesOfWords, putIntoPlanForm, withLines } from './domain/put-into-plan.form.ts';
export { type DueSpan, dueSpanLabel, dueSpans, lastDayOf } from './domain/review-due.ts';
export { type Sorted, sortFindings } from './domain/set-aside.ts';
export {
  ageOfYear,
  ageWords,
  type BankEntry,
  type BankSearch,
  bankAges,
  bankNeeds,
  searchBank,
} from './domain/target-bank.ts';
export { dayOfTarget, targetDayWords } from './domain/target-day.ts';
export { TemplateKey } from './domain/template-key.ts';
export { findDraft } from './queries/find-draft.ts';
export { findLastReviewed, findPlanAtWork } from './queries/find-plan.ts';
export { findPlanStart } from './queries/find-plan-start.ts';
export { countAskedOfMe } from './queries/list-asks.ts';
export { findBankEntry, listBank } from './queries/list-bank.ts';
export { listCardLinks } from './queries/list-card-links.ts';
export { findCard, listCardsBeside, listCardsOfClass } from './queries/list-cards.ts';
export { type ClassReading, listClassReading } from './queries/list-class-reading.ts';
export { listEvidence } from './queries/list-evidence.ts';
export { listPupilsWithPlan } from './queries/list-issued-plans.ts';
export { findPlanTemplate, listOfferedTemplates } from './queries/list-plan-templates.ts';
export { listPlanVersions, type PlanVersion } from './queries/list-plan-versions.ts';
export { listPlansAtWork, type PlanInShort } from './queries/list-plans-at-work.ts';
export { getHalfTermEnd } from './queries/list-plans-due.ts';
export { listPlansToWrite } from './queries/list-plans-to-write.ts';
export { listSetAside } from './queries/list-set-aside.ts';
export { findSharedCopy, listSharedCopies, type SharedCopy } from './queries/list-shared-copies.ts';
export { readingAgeShown } from './reading/reading-age.ts';
