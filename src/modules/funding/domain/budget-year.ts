import { type SchoolDate, schoolDate } from '../../../kernel/dates.ts';
import { splitPence } from '../../../kernel/money.ts';

export const yearKinds = ['financial', 'academic'] as const;
export type YearKind = (typeof yearKinds)[number];

/** A year of money: from April, as authorities pay, or from September, as academies and grants count. */
export type BudgetYear = {
  readonly kind: YearKind;
  readonly firstYear: number;
  /** As addresses name it: `financial-2026`. */
  readonly key: string;
  readonly label: string;
  readonly from: SchoolDate;
  readonly until: SchoolDate;
};

const begins = { financial: '04-01', academic: '09-01' } as const;
const ends = { financial: '03-31', academic: '08-31' } as const;
const [firstKnown, lastKnown] = [2015, 2060];

/** (rule budget-1) 2026, financial → 1 April 2026 to 31 March 2027; academic → 1 September 2026 to 31 August 2027. */
export function budgetYear(kind: YearKind, firstYear: number): BudgetYear {
  const key = `${kind}-${firstYear}`;
  const known = years.get(key) ?? yearFrom(kind, firstYear);
  years.set(key, known);
  return known;
}

/** There are few years, and every line of a budget asks for its own. */
const years = new Map<string, BudgetYear>();

function yearFrom(kind: YearKind, firstYear: number): BudgetYear {
  const next = String((firstYear + 1) % 100).padStart(2, '0');
  return {
    kind,
    firstYear,
    key: `${kind}-${firstYear}`,
    label:
      kind === 'financial' ? `Financial year ${firstYear}–${next}` : `Academic year ${firstYear}/${next}`,
    from: schoolDate(`${firstYear}-${begins[kind]}`),
    until: schoolDate(`${firstYear + 1}-${ends[kind]}`),
  };
}

/** The year of a kind that a day lies in. 31 March 2026 → financial 2025. */
export function budgetYearOf(kind: YearKind, day: SchoolDate): BudgetYear {
  const year = Number(day.slice(0, 4));
  return budgetYear(kind, day.slice(5) >= begins[kind] ? year : year - 1);
}

/** The year that a key names; null where there is none such. */
export function budgetYearNamed(key: string): BudgetYear | null {
  const [, kind, year] = /^(financial|academic)-(\d{4})$/.exec(key) ?? [];
  const firstYear = Number(year);
  if ((kind !== 'financial' && kind !== 'academic') || firstYear < firstKnown || firstYear > lastKnown)
    return null;
  return budgetYear(kind, firstYear);
}

type OfYear = Pick<BudgetYear, 'kind' | 'firstYear'>;

const isSame = (one: OfYear, other: OfYear): boolean =>
  one.kind === other.kind && one.firstYear === other.firstYear;

/** The years of both kinds whose lines have to do with a year: its own, and the two of the other kind that it cuts. */
export function yearsBeside({ kind, firstYear }: OfYear): readonly OfYear[] {
  const other = kind === 'financial' ? 'academic' : 'financial';
  const first = kind === 'financial' ? firstYear - 1 : firstYear;
  return [
    { kind, firstYear },
    { kind: other, firstYear: first },
    { kind: other, firstYear: first + 1 },
  ];
}

/**
 * What of an amount for a whole year falls in another (rule budget-2): a financial year is five months of one academic year
 * and seven of the next, an academic year seven of one financial year and five of the next. Split by largest remainder, so
 * that the parts make the whole. £100 of financial 2026 → £41.67 in academic 2025, £58.33 in academic 2026.
 */
export function partIn(pence: number, of: OfYear, year: OfYear): number {
  if (of.kind === year.kind) return isSame(of, year) ? pence : 0;
  const at = yearsBeside(of)
    .slice(1)
    .findIndex((one) => isSame(one, year));
  return at === -1 ? 0 : (splitPence(pence, of.kind === 'financial' ? [5, 7] : [7, 5])[at] ?? 0);
}
