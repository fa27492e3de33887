import type { SchoolDate } from '#src/kernel/dates.ts';
import { poundsInWords } from '#src/kernel/money.ts';
import {
  budgetYear,
  type FinanceLine,
  listFinanceLines,
  listPostingKeys,
  postingKey,
} from '#src/modules/funding/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type PostingInFile, penceOf } from '../domain/finance-file.ts';
import type { LaidPosting } from '../domain/kept-rows.ts';
import type { LaidRow } from '../domain/lay.ts';

export type FinanceWorld = {
  readonly lines: readonly FinanceLine[];
  /** What stands already, by reference, day and amount. */
  readonly held: ReadonlySet<string>;
  readonly today: SchoolDate;
};

type Fault = { readonly why: string };

const isIn = ({ yearKind, firstYear }: FinanceLine, on: SchoolDate): boolean => {
  const { from, until } = budgetYear(yearKind, firstYear);
  return from <= on && on <= until;
};

/** The line of the day’s year with this code, else with this name. */
function lineMeant(text: string, on: SchoolDate, { lines }: FinanceWorld): FinanceLine | Fault {
  const wanted = text.toLowerCase();
  const of = (value: (line: FinanceLine) => string | null) =>
    lines.filter((line) => value(line)?.toLowerCase() === wanted);
  const all = of(({ code }) => code).length > 0 ? of(({ code }) => code) : of(({ name }) => name);
  const found = all.filter((line) => isIn(line, on));
  const [line, ...others] = found;
  if (text === '') return { why: 'The row names no line of the budget.' };
  if (line === undefined)
    return {
      why:
        all.length === 0
          ? `No line of the budget has the code or name ‘${text.slice(0, 40)}’. Give it to a line, or add one.`
          : `The line ‘${text.slice(0, 40)}’ is not in the budget of the year of that day.`,
    };
  return others.length > 0
    ? { why: `Several lines are called ‘${text.slice(0, 40)}’ in that year: a code is needed.` }
    : line;
}

type Meant = { readonly line: FinanceLine; readonly on: SchoolDate; readonly pence: number };

/** What a row means, or why it cannot be taken. */
function meantBy(told: PostingInFile, world: FinanceWorld): Meant | Fault {
  const { on, dayFault } = told;
  if (on === null) return { why: dayFault ?? 'There is no day.' };
  if (on > world.today) return { why: 'The day is in the future.' };
  const line = lineMeant(told.line, on, world);
  if ('why' in line) return line;
  const pence = penceOf(told, line.side);
  if (pence === null)
    return {
      why: `‘${(told.amount ?? told.debit ?? told.credit ?? '').slice(0, 40)}’ is no amount of money.`,
    };
  return pence === 0 ? { why: 'The amount is nothing.' } : { line, on, pence };
}

const change = (label: string, after: string) => ({ label, before: null, after, isOurs: false });

/** Why somebody has to say whether a posting is taken; null where nothing speaks against it. */
function askedAbout({ line, pence }: Meant, reference: string | null): string | null {
  if (pence < 0)
    return `It takes ${poundsInWords(-pence)} away from ‘${line.name}’: a credit or a correction, or a column read the wrong way.`;
  return reference === null ? 'It has no reference: whether it was brought before cannot be told.' : null;
}

function layOne(told: PostingInFile, world: FinanceWorld, seen: Map<string, number>): LaidRow {
  const base = {
    kind: 'finance' as const,
    number: told.row,
    title: [told.line || '?', told.words ?? told.reference ?? '']
      .filter((part) => part !== '')
      .join(': ')
      .slice(0, 200),
    matchId: null,
  };
  const leave = (why: string): LaidRow => ({
    ...base,
    content: { left: 'unreadable' },
    state: 'unreadable',
    why,
    changes: [],
  });
  const meant = meantBy(told, world);
  if ('why' in meant) return leave(meant.why);
  const { line, on, pence } = meant;
  const { reference, words } = told;
  const content: LaidPosting = { budgetLineId: line.budgetLineId, pence, on, reference, words };
  const key = reference === null ? null : postingKey({ reference, onDate: on, pence });
  const before = key === null ? undefined : seen.get(key);
  if (before !== undefined) return leave(`Row ${before} has the same reference, day and amount.`);
  if (key !== null) seen.set(key, told.row);
  if (key !== null && world.held.has(key))
    return {
      ...base,
      content,
      state: 'unchanged',
      why: 'It stands already: same reference, day and amount.',
      changes: [],
    };
  const why = askedAbout(meant, reference);
  return {
    ...base,
    content,
    state: why === null ? 'new' : 'ask',
    why,
    changes: [
      change('Line', line.name),
      change('Amount', poundsInWords(pence)),
      change('Day', on),
      ...(reference === null ? [] : [change('Reference', reference)]),
      ...(words === null ? [] : [change('What for', words)]),
    ],
  };
}

/** Lays postings beside the budget; of two with one reference, day and amount the first counts (rule budget-6). */
export function layPostings(postings: readonly PostingInFile[], world: FinanceWorld): readonly LaidRow[] {
  const seen = new Map<string, number>();
  return postings.map((told) => layOne(told, world, seen));
}

/** What postings of a file are laid beside. */
export const loadFinanceWorld = async (tx: Tx): Promise<FinanceWorld> => ({
  lines: await listFinanceLines(tx),
  held: await listPostingKeys(tx),
  today: tx.scope.today,
});
