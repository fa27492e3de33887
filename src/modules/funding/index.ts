export { enterAmount, moveMoney } from './commands/enter-amount.ts';
export { addBudgetLine } from './commands/keep-budget-line.ts';
export { makeProposal } from './commands/keep-proposal.ts';
export { incomeSources, spendingHeads } from './domain/budget.ts';
export { budgetYear, budgetYearOf } from './domain/budget-year.ts';
export { effectOf } from './domain/what-if.ts';
export { findBudgetLine } from './queries/find-budget-line.ts';
export {
  type FinanceLine,
  listFinanceLines,
  listPostingKeys,
  postingKey,
} from './queries/list-finance-lines.ts';
