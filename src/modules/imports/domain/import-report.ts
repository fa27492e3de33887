import type { KeptImport } from './kept-import.ts';

/** What is told of a file, by the command line and by the API alike. */
export type ImportReport = KeptImport['counts'] & {
  readonly warnings: readonly string[];
  readonly errors: readonly {
    readonly row: number | null;
    readonly column: string | null;
    readonly message: string;
  }[];
};

/** The counts of a file with what is wrong in it, and `leftOut`: the rows that wait for a person or were not taken. */
export function importReport(
  counts: KeptImport['counts'],
  problems: readonly Omit<KeptImport['problems'][number], 'value'>[],
  leftOut: readonly string[],
): ImportReport {
  const errors = problems
    .filter((problem) => problem.level === 'error')
    .map(({ row, column, message, todo }) => ({ row, column, message: `${message} ${todo}` }));
  const warnings = problems
    .filter((problem) => problem.level === 'warning')
    .map(
      ({ row, column, message }) => `${row === null ? '' : `Row ${row}, `}${column ?? 'file'}: ${message}`,
    );
  return { ...counts, warnings: [...warnings, ...leftOut], errors };
}
