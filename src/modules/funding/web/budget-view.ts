import { z } from 'zod';
import type { PupilId } from '#src/kernel/ids.ts';
import { listNamesOf } from '#src/modules/pupils/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Budget, budgetOf, type Group, type LineFigures } from '../domain/budget.ts';
import {
  type BudgetYear,
  budgetYear,
  budgetYearNamed,
  budgetYearOf,
  type YearKind,
} from '../domain/budget-year.ts';
import { listBudgetLines } from '../queries/list-budget-lines.ts';

/** With more lines than these only the groups that stand open show theirs. */
const fewLines = 60;
/** Of one group no more lines are drawn; a file holds them all. */
export const mostLines = 150;

const text = z.preprocess((given) => (typeof given === 'string' ? given : ''), z.string().max(60).catch(''));
export const OfYear = z.object({ year: text, open: text });
export type AskedYear = z.output<typeof OfYear>;

export type ShownGroup = Group & { readonly key: string; readonly shown: readonly LineFigures[] };
export type BudgetView = {
  readonly budget: Budget;
  readonly groups: readonly ShownGroup[];
  readonly names: ReadonlyMap<PupilId, string>;
  readonly count: number;
};

export const budgetHref = (year: Pick<BudgetYear, 'key'>): string => `/budget?year=${year.key}`;
export const lineHref = (budgetLineId: string): string => `/budget/lines/${budgetLineId}`;

/** The year that an address names, or the financial year of today; null where the address names one that is none. */
export const yearAsked = (tx: Tx, key: string, kind: YearKind = 'financial'): BudgetYear | null =>
  key === '' ? budgetYearOf(kind, tx.scope.today) : budgetYearNamed(key);

/** The years of a kind to choose among: the one looked at, those around today. */
export function yearsNear(tx: Tx, { kind, firstYear }: BudgetYear): readonly BudgetYear[] {
  const present = budgetYearOf(kind, tx.scope.today).firstYear;
  return [...new Set([firstYear, present - 1, present, present + 1])]
    .toSorted((one, other) => one - other)
    .map((first) => budgetYear(kind, first));
}

/** A year's budget as one person asks for it; null where there is no such year. `opened: 'all'` for files. */
export async function loadBudget(
  tx: Tx,
  asked: { readonly year: string; readonly open?: string },
  opened: 'some' | 'all' = 'some',
): Promise<BudgetView | null> {
  const year = yearAsked(tx, asked.year);
  if (year === null) return null;
  const lines = await listBudgetLines(tx, year);
  const budget = budgetOf(lines, year, tx.scope.today);
  const groups = budget.groups.map((group): ShownGroup => {
    const key = `${group.side}-${group.kind}`;
    const isOpen = opened === 'all' || lines.length <= fewLines || asked.open === key;
    return {
      ...group,
      key,
      shown: isOpen ? group.lines.slice(0, opened === 'all' ? undefined : mostLines) : [],
    };
  });
  const names = await listNamesOf(tx, [...pupilsShown({ groups })]);
  return { budget, groups, names, count: lines.length };
}

/** Of whom a page or file of the budget speaks. */
export const pupilsShown = ({ groups }: Pick<BudgetView, 'groups'>): readonly PupilId[] => [
  ...new Set(
    groups.flatMap(({ shown }) => shown.flatMap(({ pupilId }) => (pupilId === null ? [] : [pupilId]))),
  ),
];

/** `Top-up, band E3 · Ada Vane`: what a line is called where its pupil may be named. */
export const lineName = (
  { name, pupilId, band }: Pick<LineFigures, 'name' | 'pupilId' | 'band'>,
  names: BudgetView['names'],
): string =>
  [name, band === null ? '' : `band ${band}`, pupilId === null ? '' : (names.get(pupilId) ?? 'a pupil')]
    .filter((part) => part !== '')
    .join(' · ');
