export { type CaseRefused, type CaseResult, checkEvents } from './commands/check-case.ts';
export { claimException, withdrawClaim } from './commands/claim-exception.ts';
export { endCase, reopenCase, tellFacts } from './commands/end-case.ts';
export { addAuthority } from './commands/keep-authority.ts';
export { type NewCase, type NewCaseEvent, openCase } from './commands/open-case.ts';
export { recordCaseEvent, withdrawCaseEvent } from './commands/record-case-event.ts';
export type { Authority } from './domain/authority.ts';
export {
  caseEventForm,
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
export { type Deadline, isLate, isOurs, owedByWords } from './domain/deadline.ts';
export {
  asksOf,
  missingOf,
  type RequestContent,
  type RequestParagraph,
  type RequestPartKey,
  type RequestSource,
  requestParts,
  sourceWords,
} from './domain/request.ts';
export type { FactChoice, Step } from './domain/step.ts';
export { vagueWording, wordingRules } from './domain/vague-wording.ts';
export { listAuthorities } from './queries/list-authorities.ts';
export { type CaseClockRow, findClocksOf, listCaseClocks } from './queries/list-case-clocks.ts';
export { findCase, listCases } from './queries/list-cases.ts';
export { listDeadlines } from './queries/list-deadlines.ts';
export type { CaseClock, CaseClocks } from './queries/run-case-clocks.ts';
