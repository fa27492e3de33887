import { z } from 'zod';

/** A table of a report: words only, as they are read. A hidden number is the word `hidden`. */
export const ReportTable = z.strictObject({
  part: z.string(),
  title: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  note: z.string().nullable(),
});
export type ReportTable = z.output<typeof ReportTable>;

/** A number that speaks of few is not shown. */
export const hiddenWord = 'hidden';
export const shown = (count: number | null): string => (count === null ? hiddenWord : String(count));

export const tablesIn = (tables: readonly ReportTable[], part: string): readonly ReportTable[] =>
  tables.filter((table) => table.part === part);
