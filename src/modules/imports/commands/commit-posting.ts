import { enterAmount, findBudgetLine } from '#src/modules/funding/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { LaidPosting } from '../domain/kept-rows.ts';
import type { LeftOut } from '../domain/left-out.ts';

const refusals = {
  nothing: 'The amount is nothing.',
  outside_year: 'The day no longer lies in the year of the line.',
  twice: 'It stands already: same reference, day and amount.',
} as const;

/** Enters one posting of a file as received or paid. What changed since the review is left out, with the reason. */
export async function commitPosting(tx: Tx, laid: LaidPosting): Promise<LeftOut> {
  const opened = await findBudgetLine(tx, laid.budgetLineId);
  if (opened === null) return 'The line is no longer in the budget.';
  const { pence, on: onDate, reference, words } = laid;
  const amount = { kind: 'actual', pence, onDate, reference, words, origin: 'import' } as const;
  const entered = await enterAmount(tx, opened.line, amount);
  return entered.ok ? null : refusals[entered.refusal];
}
