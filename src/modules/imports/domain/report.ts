import type { Problem } from './incoming.ts';
import type { Doubt } from './sen-history.ts';

type Words = { readonly message: string; readonly todo: string };
type At = { readonly column: string | null; readonly value?: string };

const MOST = 100;
/** At most 100 characters. Half of a pair of surrogates at the cut is replaced, as no database keeps it. */
export const cut = (value: string): string =>
  (value.length > MOST ? `${value.slice(0, MOST - 1)}…` : value).toWellFormed();
const problem = (level: Problem['level'], row: number | null, at: At & Words): Problem => ({
  level,
  row,
  column: at.column,
  ...(at.value === undefined || at.value === '' ? {} : { value: cut(at.value) }),
  message: at.message,
  todo: at.todo,
});

/** Gathers what went wrong while a file is read. */
export type Report = {
  readonly warn: (row: number | null, at: At & Words) => void;
  readonly fail: (row: number | null, at: At & Words) => void;
  /** A value that a code list does not know, or a habit of the file: told once with the number of rows. */
  readonly once: (row: number, at: At & Words) => void;
  readonly list: () => readonly Problem[];
};

export function createReport(): Report {
  const problems: Problem[] = [];
  const repeated = new Map<string, { readonly row: number; readonly at: At & Words; count: number }>();
  return {
    warn: (row, at) => void problems.push(problem('warning', row, at)),
    fail: (row, at) => void problems.push(problem('error', row, at)),
    once: (row, at) => {
      const key = `${at.column}\n${at.value}\n${at.message}`;
      const known = repeated.get(key);
      if (known === undefined) repeated.set(key, { row, at, count: 1 });
      else known.count += 1;
    },
    list: () => [
      ...problems,
      ...[...repeated.values()].map(({ row, at, count }) =>
        problem('warning', row, {
          ...at,
          message: count === 1 ? at.message : `${at.message} It stands so ${count} times; this is the first.`,
        }),
      ),
    ],
  };
}

/** The report on one pupil or row; `hasFailed` once an error was told. */
export type RowReport = {
  readonly row: number;
  readonly warn: (at: At & Words) => void;
  readonly fail: (at: At & Words) => void;
  readonly once: (at: At & Words) => void;
  readonly doubts: (column: string, doubts: readonly Doubt[]) => void;
  readonly hasFailed: () => boolean;
};

export function reportOn(report: Report, row: number): RowReport {
  let hasFailed = false;
  return {
    row,
    warn: (at) => report.warn(row, at),
    fail: (at) => {
      hasFailed = true;
      report.fail(row, at);
    },
    once: (at) => report.once(row, at),
    doubts: (column, doubts) => {
      for (const doubt of doubts) report.warn(row, { column, ...doubt });
    },
    hasFailed: () => hasFailed,
  };
}

/** What is said of a value that its list does not have. */
export const NOT_IN_LIST = {
  message: 'This value is not recognised; it was kept as written.',
  todo: 'Say once what it means; it is remembered.',
};
export const NOT_A_CODE = {
  message: 'This code is not in the national list; it was kept as written.',
  todo: 'Look what the school that sent the file means by it.',
};
