import type { SchoolDate } from '#src/kernel/dates.ts';
import { addDays } from '#src/kernel/dates.ts';

type Stretch = { readonly from: SchoolDate; readonly until: SchoolDate };
type YearOf = {
  readonly name: string;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate;
  readonly terms: readonly (Stretch & { readonly name: string; readonly halfTerm: Stretch | null })[];
};

/** A stretch of which the ledger is told: a half-term, a term or a year. The key stands in the address. */
export type Period = Stretch & {
  readonly key: string;
  readonly kind: 'half' | 'term' | 'year';
  readonly label: string;
};

const period = (kind: Period['kind'], label: string, { from, until }: Stretch): Period => ({
  key: `${kind}:${from}`,
  kind,
  label,
  from,
  until,
});

/** Every half-term, term and year that is entered, the newest first. A term without a half-term holiday is one half. */
export const periodsOf = (years: readonly YearOf[]): readonly Period[] =>
  years
    .toSorted((one, other) => (one.fromOn < other.fromOn ? 1 : -1))
    .flatMap((year) => [
      period('year', `Year ${year.name}`, { from: year.fromOn, until: year.untilOn }),
      ...year.terms.toReversed().flatMap((term) => {
        const name = `${term.name.replace(/\s+term$/i, '')} term ${year.name}`;
        const whole = period('term', name, term);
        const { halfTerm } = term;
        if (halfTerm === null) return [period('half', `${name}, whole`, term), whole];
        return [
          period('half', `${name}, second half`, { from: addDays(halfTerm.until, 1), until: term.until }),
          period('half', `${name}, first half`, { from: term.from, until: addDays(halfTerm.from, -1) }),
          whole,
        ];
      }),
    ]);

/** The period of a key, or the `year` that runs; else the half-term around a day, or the last one that has begun. Null where no year is entered. */
export function choosePeriod(periods: readonly Period[], key: string, today: SchoolDate): Period | null {
  const runs = ({ kind, from }: Period) => kind === 'year' && from <= today;
  const named = key === 'year' ? periods.find(runs) : periods.find((one) => one.key === key);
  if (named !== undefined) return named;
  const halves = periods.filter(({ kind }) => kind === 'half');
  return halves.find(({ from }) => from <= today) ?? halves.at(-1) ?? null;
}
