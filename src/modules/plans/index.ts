export {
  changeBankEntry,
  countBankUse,
  keepBankEntry,
  withdrawBankEntry,
} from './commands/keep-bank-entry.ts';
export { bankForm, bankTyped, withdrawBankForm } from './domain/bank.form.ts';
export { strategyRows } from './domain/plan.form.ts';
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
  targetAreas,
} from './domain/plan.ts';
export { jargonIn } from './domain/plan-jargon.ts';
export { planMark } from './domain/plan-mark.ts';
export { checkPlan, type Finding } from './domain/plan-quality.ts';
export { differencesBetween, type IssuedContent, strategyLine } from './domain/plan-version.ts';
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
export { findLastReviewed, findPlanAtWork } from './queries/find-plan.ts';
export { findBankEntry, listBank } from './queries/list-bank.ts';
export { listPlanVersions, type PlanVersion } from './queries/list-plan-versions.ts';
export { listSetAside } from './queries/list-set-aside.ts';
