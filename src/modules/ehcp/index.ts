export { changeCase } from './commands/change-case.ts';
export { circulateAdvice } from './commands/change-review.ts';
export { type CaseRefused, type CaseResult, checkEvents } from './commands/check-case.ts';
export { claimException, withdrawClaim } from './commands/claim-exception.ts';
export { endCase, reopenCase, tellFacts } from './commands/end-case.ts';
export { inviteToReview, markAttendance } from './commands/invite-to-review.ts';
export { decideAdvice, recordAdvice, withdrawAdvice } from './commands/keep-advice.ts';
export { addAuthority, findOrAddAuthority } from './commands/keep-authority.ts';
export {
  beginEhcPlan,
  beginEntry,
  endEhcPlan,
  keepEntry,
  reopenEhcPlan,
  throwAwayEntry,
  writeEntry,
} from './commands/keep-ehc-plan.ts';
export { linkTargets } from './commands/link-targets.ts';
export { type NewCase, type NewCaseEvent, openCase } from './commands/open-case.ts';
export { recordCaseEvent, withdrawCaseEvent } from './commands/record-case-event.ts';
export { sendRequest } from './commands/send-request.ts';
export { startReview } from './commands/start-review.ts';
export { answerInvitation, takeAdvice } from './commands/take-advice.ts';
export { tieRun, untieRun } from './commands/tie-run.ts';
export { writeReviewViews } from './commands/write-report.ts';
export { chooseAppendices, writeRequestPart } from './commands/write-request.ts';
export { adviceForm, decideAdviceForm, withdrawAdviceForm } from './domain/advice.form.ts';
export { type Advice, type AdviceLine, compareAdvice, verdictWords } from './domain/advice.ts';
export type { Authority } from './domain/authority.ts';
export { linesFrom, outcomesFrom } from './domain/carry-lines.ts';
export {
  caseEventForm,
  changeCaseForm,
  chaseLetterForm,
  claimForm,
  endCaseForm,
  factsTold,
  newCaseForm,
  withdrawClaimForm,
  withdrawEventForm,
} from './domain/case.form.ts';
export {
  type Case,
  type CaseEvent,
  type CaseKind,
  type ClaimedException,
  caseKinds,
  caseKindWords,
  isForInformation,
  isOutcome,
  outcomes,
  standing,
} from './domain/case.ts';
export { machineOf, stepOf, stepsOf } from './domain/case-machine.ts';
export { nextSteps } from './domain/case-rules.ts';
export { chaseLetter } from './domain/chase-letter.ts';
export { clockStands, isLate, isOpen, numberOfClock, ownerWords } from './domain/clock-words.ts';
export { cutSections, linesOfSection } from './domain/cut-sections.ts';
export {
  byUrgency,
  type DeadlineGroup,
  type DeadlineOrder,
  type DueLine,
  deadlineOrders,
  dueLine,
  groupDeadlines,
  isOurs,
  owedByWords,
  type Whose,
  whoseDeadlines,
} from './domain/deadline.ts';
export {
  beginEhcPlanForm,
  beginEntryForm,
  endEhcPlanForm,
  lineForm,
  linesForm,
  linkTargetsForm,
  sectionsForm,
  tieForm,
} from './domain/ehc-plan.form.ts';
export {
  currentVersion,
  doseInWords,
  type EhcContent,
  type EhcEntry,
  type EhcLine,
  type EhcOutcome,
  type EhcPlan,
  type EhcVersion,
  hasQuantity,
  inForce,
  type Offered,
  promisesSessions,
  type SectionLetter,
  sectionLetters,
  sectionTitles,
  sessionsInWords,
  versionKindWords,
} from './domain/ehc-plan.ts';
export { deliveredPercent, type LineAccount, sumAccounts } from './domain/line-ledger.ts';
export {
  fieldsOfParagraphs,
  requestAppendicesForm,
  requestPartForm,
  sendRequestForm,
  typedParagraphs,
  typedWords,
} from './domain/request.form.ts';
export {
  asksOf,
  missingOf,
  type RequestContent,
  type RequestParagraph,
  type RequestPartKey,
  type RequestSource,
  requestPartKeys,
  requestParts,
  sourceWords,
} from './domain/request.ts';
export {
  type AssessmentRequest,
  appendicesOf,
  contentOfDraft,
  keptOf,
  notNeededOf,
  type PartState,
  partStateWords,
  type ShownParagraph,
  shownParagraphs,
  stateOfPart,
} from './domain/request-draft.ts';
export {
  attendanceWords,
  type Review,
  type ReviewKind,
  recommendationWords,
  reviewCapacityWords,
  reviewKindWords,
} from './domain/review/review.ts';
export type { FactChoice, Step } from './domain/step.ts';
export { vagueWording, wordingRules } from './domain/vague-wording.ts';
export { lossesInWords } from './queries/account-words.ts';
export { findEhcPlan } from './queries/find-ehc-plan.ts';
export { bindingLines, findLedger, type PlanLedger } from './queries/find-ledger.ts';
export { listRequests } from './queries/find-request.ts';
export { findReview, listReviews } from './queries/find-review.ts';
export { listAdvice } from './queries/list-advice.ts';
export { listAuthorities } from './queries/list-authorities.ts';
export { type CaseClockRow, findClocksOf, listCaseClocks } from './queries/list-case-clocks.ts';
export { findCase, listCases } from './queries/list-cases.ts';
export { listDeadlines } from './queries/list-deadlines.ts';
export { listOutcomeTargets, type OutcomeTarget } from './queries/list-outcome-targets.ts';
export { listWeeklyLines, type WeeklyLine } from './queries/list-weekly-lines.ts';
export { proposeReview } from './queries/propose-review.ts';
export type { CaseClock, CaseClocks } from './queries/run-case-clocks.ts';
