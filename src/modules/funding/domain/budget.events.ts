/** What happens to the budget, with the version of each shape. */
export const budgetEvents = {
  BudgetLineAdded: 1,
  BudgetLineChanged: 1,
  BudgetLineWithdrawn: 1,
  BudgetAmountEntered: 1,
  BudgetAmountWithdrawn: 1,
  BudgetMoneyMoved: 1,
  BudgetMoneyMovedBack: 1,
  BudgetProposalMade: 1,
  BudgetProposalSent: 1,
  BudgetProposalDecided: 1,
  BudgetProposalWithdrawn: 1,
} as const;
