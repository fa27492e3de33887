import { z } from 'zod';
import type { PupilId } from '#src/kernel/ids.ts';
import { listNamesOf } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { BudgetLine } from '../domain/budget.ts';
import { budgetYear } from '../domain/budget-year.ts';
import { findBudgetEntry, findBudgetLine } from '../queries/find-budget-line.ts';
import type { BudgetView } from './budget-view.ts';

export const OfLine = z.object({ budgetLineId: z.uuid() });
export const OfEntry = z.object({ budgetEntryId: z.uuid() });

/** The line of a page, with the name of its pupil. */
export async function loadLine(tx: Tx, { budgetLineId }: z.output<typeof OfLine>) {
  const opened = await findBudgetLine(tx, budgetLineId);
  return opened === null
    ? null
    : { ...opened, names: await listNamesOf(tx, [opened.line.pupilId]), today: tx.scope.today };
}

/** The entry of a page, with its line. */
export async function loadEntry(tx: Tx, { budgetEntryId }: z.output<typeof OfEntry>) {
  const opened = await findBudgetEntry(tx, budgetEntryId);
  return opened === null
    ? null
    : { ...opened, names: await listNamesOf(tx, [opened.line.pupilId]), today: tx.scope.today };
}

/** Whose facts a page of a line shows. */
export const ofLine = ({ line }: { readonly line: BudgetLine }): readonly PupilId[] =>
  line.pupilId === null ? [] : [line.pupilId];

export const yearOf = ({ yearKind, firstYear }: BudgetLine) => budgetYear(yearKind, firstYear);

export type LineSubject = { readonly line: BudgetLine; readonly names: BudgetView['names'] };

const stale =
  'Somebody changed this while you were writing. Nothing was overwritten: compare the two and save again if yours is right';

/** What a refusal says, by the field that it belongs to. */
export const refusalWords = {
  stale: { form: stale },
  code_taken: { code: 'Another line of this year has this code' },
  pupil_of_spending: {
    pupilId: 'Only income comes for a pupil: what a pupil’s provision costs is in the picture',
  },
  has_moved: { form: 'Money was moved to or from this line. Take that back first' },
  nothing: { amount: 'Enter an amount above nothing' },
  outside_year: { onDate: 'The day must lie in the year of the line' },
  twice: { reference: 'An amount with this reference, day and amount stands already' },
  settled: { form: 'What was settled from it must be taken back first' },
  same_line: { toLineId: 'Select another line' },
  another_year: { toLineId: 'Both lines must be of the same year, and both income or both spending' },
} as const;
