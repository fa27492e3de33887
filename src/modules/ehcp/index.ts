export { decideAdvice, recordAdvice, withdrawAdvice } from './commands/keep-advice.ts';
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
export { tieRun, untieRun } from './commands/tie-run.ts';
export { adviceForm, decideAdviceForm, withdrawAdviceForm } from './domain/advice.form.ts';
export { type Advice, type AdviceLine, compareAdvice, verdictWords } from './domain/advice.ts';
export { linesFrom, outcomesFrom } from './domain/carry-lines.ts';
export { cutSections, linesOfSection } from './domain/cut-sections.ts';
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
  type SectionLetter,
  sectionLetters,
  sectionTitles,
  versionKindWords,
} from './domain/ehc-plan.ts';
export { deliveredPercent, type LineAccount, sumAccounts } from './domain/line-ledger.ts';
export { vagueWording, wordingRules } from './domain/vague-wording.ts';
export { findEhcPlan } from './queries/find-ehc-plan.ts';
export { bindingLines, findLedger, type PlanLedger } from './queries/find-ledger.ts';
export { listAdvice } from './queries/list-advice.ts';
export { listOutcomeTargets, type OutcomeTarget } from './queries/list-outcome-targets.ts';
