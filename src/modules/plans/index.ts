export { beginPlan } from './commands/begin-plan.ts';
export { cardLinkToken, lendCard, stopCardLink } from './commands/lend-card.ts';
export { withdrawPlan } from './commands/move-plan.ts';
export { type OpenedCard, openCardLink, supplyRole } from './commands/open-card-link.ts';
export { readCards } from './commands/read-cards.ts';
export { setReviewDay } from './commands/set-review-day.ts';
export { setTarget, withdrawTarget } from './commands/set-target.ts';
export { writeCard } from './commands/write-card.ts';
export { writeSection } from './commands/write-section.ts';
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
export { diagnosisWordsIn } from './domain/diagnosis-words.ts';
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
export { differencesBetween, type IssuedContent, strategyLine } from './domain/plan-version.ts';
export { linesOfWords, putIntoPlanForm, withLines } from './domain/put-into-plan.form.ts';
export { findLastReviewed, findPlanAtWork } from './queries/find-plan.ts';
export { listCardLinks } from './queries/list-card-links.ts';
export { findCard, listCardsBeside, listCardsOfClass } from './queries/list-cards.ts';
export { type ClassReading, listClassReading } from './queries/list-class-reading.ts';
export { listPlanVersions, type PlanVersion } from './queries/list-plan-versions.ts';
export { listPlansAtWork, type PlanInShort } from './queries/list-plans-at-work.ts';
