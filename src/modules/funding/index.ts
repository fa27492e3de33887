export { enterAmount } from './commands/enter-amount.ts';
export { budgetYear } from './domain/budget-year.ts';
export { findBudgetLine } from './queries/find-budget-line.ts';
export {
  type FinanceLine,
  listFinanceLines,
  listPostingKeys,
  postingKey,
} from './queries/list-finance-lines.ts';
