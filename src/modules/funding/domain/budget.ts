import type { SchoolDate } from '../../../kernel/dates.ts';
import type { PupilId } from '../../../kernel/ids.ts';
import { sumPence } from '../../../kernel/money.ts';
import { type BudgetYear, budgetYear, partIn, type YearKind } from './budget-year.ts';

/** Where money for SEND comes from (statutory.md 4.1, 4.4 to 4.6). */
export const incomeSources = [
  'notional_sen',
  'top_up',
  'ehc_place',
  'unit_place',
  'inclusive_mainstream',
  'pupil_premium',
  'pupil_premium_plus',
  'early_years',
  'other',
] as const;
export type IncomeSource = (typeof incomeSources)[number];

/** What it is spent on. */
export const spendingHeads = ['staff', 'provision', 'resources', 'services'] as const;
export type SpendingHead = (typeof spendingHeads)[number];

export const sides = ['income', 'spending'] as const;
export type Side = (typeof sides)[number];
export type LineKind = IncomeSource | SpendingHead;

/** Planned; agreed or ordered and not yet settled; received or paid. */
export type Sums = { readonly planned: number; readonly committed: number; readonly actual: number };
/** With what it will come to by the end of the year. */
export type Figures = Sums & { readonly forecast: number };

export type BudgetLine = {
  readonly budgetLineId: string;
  readonly yearKind: YearKind;
  readonly firstYear: number;
  readonly side: Side;
  readonly kind: LineKind;
  readonly name: string;
  readonly code: string | null;
  /** For whom the money comes, and at which band. */
  readonly pupilId: PupilId | null;
  readonly band: string | null;
  readonly version: number;
};

/** A line with its entries: each plan and virement by itself, and what was agreed and settled in the year that is looked at. */
export type LineWithEntries = BudgetLine & {
  readonly plans: readonly number[];
  readonly committed: number;
  readonly actual: number;
};

/**
 * What a line will come to (rule budget-3): as planned, or what is settled and agreed where that is more; once the year is
 * over, what is settled and agreed alone. Planned £500, paid £200, ordered £400 → £600.
 */
export function forecastOf({ planned, committed, actual }: Sums, isOver: boolean): number {
  const certain = committed + actual;
  return isOver ? certain : Math.max(planned, certain);
}

/** Adds figures: what stands above is the sum of what stands below (rule budget-4). */
export const sumFigures = (some: readonly Figures[]): Figures => ({
  planned: sumPence(some.map(({ planned }) => planned)),
  committed: sumPence(some.map(({ committed }) => committed)),
  actual: sumPence(some.map(({ actual }) => actual)),
  forecast: sumPence(some.map(({ forecast }) => forecast)),
});

/** A line as a year sees it: of a line of a year of the other kind only the part that falls in this one. */
export function figuresIn(
  line: Pick<LineWithEntries, 'yearKind' | 'firstYear' | 'plans' | 'committed' | 'actual'>,
  year: BudgetYear,
  today: SchoolDate,
): Figures {
  const { yearKind: kind, firstYear, plans, committed, actual } = line;
  const planned = sumPence(plans.map((pence) => partIn(pence, { kind, firstYear }, year)));
  const sums = { planned, committed, actual };
  // What of its own year is over is over, though the year that is looked at goes on.
  const isOver = [year.until, budgetYear(kind, firstYear).until].some((until) => until < today);
  return { ...sums, forecast: forecastOf(sums, isOver) };
}

export type LineFigures = BudgetLine & { readonly figures: Figures };
export type Group = {
  readonly side: Side;
  readonly kind: LineKind;
  readonly figures: Figures;
  readonly lines: readonly LineFigures[];
};

/** A year's budget: its lines under their sources and heads, with the sums of each level. */
export type Budget = {
  readonly year: BudgetYear;
  readonly groups: readonly Group[];
  readonly income: Figures;
  readonly spending: Figures;
};

const orderOf: readonly LineKind[] = [...incomeSources, ...spendingHeads];

/** Adds a year up from its lines (rule budget-4): every total on every level is the sum of its lines, to the penny. */
export function budgetOf(lines: readonly LineWithEntries[], year: BudgetYear, today: SchoolDate): Budget {
  const counted = lines.map((line) => ({ ...line, figures: figuresIn(line, year, today) }));
  const groups = [...Map.groupBy(counted, ({ side, kind }) => `${side} ${kind}`).values()]
    .flatMap((some): Group[] => {
      const [first] = some;
      if (first === undefined) return [];
      const { side, kind } = first;
      return [{ side, kind, lines: some, figures: sumFigures(some.map(({ figures }) => figures)) }];
    })
    .toSorted(
      (one, other) =>
        sides.indexOf(one.side) - sides.indexOf(other.side) ||
        orderOf.indexOf(one.kind) - orderOf.indexOf(other.kind),
    );
  const of = (side: Side) =>
    sumFigures(groups.filter((group) => group.side === side).map(({ figures }) => figures));
  return { year, groups, income: of('income'), spending: of('spending') };
}

/** The two entries of money that is moved (rule budget-5): what one line loses the other gains, and nothing is left between. */
export const virementEntries = (pence: number): { readonly from: number; readonly to: number } => ({
  from: -pence,
  to: pence,
});
