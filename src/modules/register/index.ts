import type { Reaction } from '#src/platform/db/scope.ts';
import { refreshRegisterLines } from './commands/refresh-register-lines.ts';

/** What this module keeps true before each commit, after the pupils' own: the register's lines and counts. */
export const registerReactions: readonly Reaction[] = [refreshRegisterLines];
export { addStrength } from './commands/add-strength.ts';
export { changeNeeds, type NeedsRefusal, type NewNeeds } from './commands/change-needs.ts';
export { changeStatus, type NewStatus } from './commands/change-status.ts';
export { decideConcern } from './commands/decide-concern.ts';
export { type BulkRefusal, doBulkChange } from './commands/do-bulk-change.ts';
export { draftBulkChange, giveBulkChange } from './commands/draft-bulk-change.ts';
export { type GivenPlace, givePlace } from './commands/give-place.ts';
export { noteReviewMarks, type ReviewMarks } from './commands/note-review-marks.ts';
export { raiseConcern } from './commands/raise-concern.ts';
export {
  type HistoryTaken,
  recordStatusHistory,
  replacedByFile,
  type ToldHistory,
} from './commands/record-status-history.ts';
export { refreshAllRegisterLines } from './commands/refresh-register-lines.ts';
export { undoBulkChange } from './commands/undo-bulk-change.ts';
export { withdrawConcern } from './commands/withdraw-concern.ts';
export { writeSummary } from './commands/write-summary.ts';
export { type Behind, behindKinds, behindOf } from './domain/behind.ts';
export {
  type BulkChange,
  type BulkGiven,
  BulkKind,
  mayUndoBulk,
  mostPupils,
  type Obstacle,
  type PlanLine,
} from './domain/bulk-change.ts';
export { changeStatusForm } from './domain/change-status.form.ts';
export {
  areaLabel,
  type Concern,
  type ConcernArea,
  concernAreas,
  decisionOf,
  isToDecide,
  type NewConcern,
  type Outcome,
  outcomeLabel,
  outcomes,
} from './domain/concern.ts';
export type { DecisionGiven } from './domain/concern-decision.ts';
export { nationalFsm, nationalNeed, nationalShare } from './domain/national-figures.ts';
export { heldSince, type NeedGiven, type NeedRecord, type NeedsFault, needLabel } from './domain/needs.ts';
export { type Figure, figuresOf, hideSmall, share, smallest } from './domain/register-figures.ts';
export { filterAddress, parseFilter, type RegisterFilter } from './domain/register-filter.ts';
export { countSentence, filterLines, type RegisterLine } from './domain/register-lines.ts';
export {
  inForceOn,
  mustTellParents,
  SenStatus,
  type StatusRecord,
  senStatuses,
  statusLabel,
  statusTag,
  statusWords,
} from './domain/sen-status.ts';
export { type PlaceRecord, placeLabel, type SpecialPlaceKind } from './domain/special-places.ts';
export type { StatusRefusal } from './domain/status-change.ts';
export type { StatusEvidence } from './domain/status-evidence.ts';
export type { StrengthRecord } from './domain/strength.form.ts';
export { summaryForm } from './domain/summary.form.ts';
export { partTitle, type Summary, type SummaryPart, summaryParts, unwritten } from './domain/summary.ts';
export { countStatusOn } from './queries/count-status-on.ts';
export { findBulkChange, listBulkChangesToday } from './queries/find-bulk-change.ts';
export {
  findSenRecord,
  listSenRecords,
  type SenRecord,
  type StatusEntry,
} from './queries/find-sen-record.ts';
export { type ClassOfToday, listClasses } from './queries/list-classes.ts';
export { findConcern, listConcernsOf, listNewsForMe, listToDecide } from './queries/list-concerns.ts';
export { listFigures } from './queries/list-figures.ts';
export { listInCare } from './queries/list-in-care.ts';
export {
  findRegisterLine,
  listBehind,
  listRegisterLines,
  listToBeTold,
} from './queries/list-register-lines.ts';
export { listSummaries } from './queries/list-summaries.ts';
export { markOf, planBulkChange } from './queries/plan-bulk-change.ts';
