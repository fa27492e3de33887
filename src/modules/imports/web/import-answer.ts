import { z } from 'zod';
import { importReport } from '../domain/import-report.ts';
import { importStates, type KeptImport } from '../domain/kept-import.ts';

/** What the command line prints of a file. */
export const ReportAnswer = z.object({
  read: z.int(),
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  missing: z.int(),
  warnings: z.array(z.string()),
  errors: z.array(z.object({ row: z.int().nullable(), column: z.string().nullable(), message: z.string() })),
});

/** An import in a list: its file, where it stands, its counts. */
export const ImportAnswer = z.object({
  importId: z.uuid(),
  fileName: z.string(),
  state: z.enum(importStates),
  uploadedAt: z.iso.datetime(),
  committedAt: z.iso.datetime().nullable(),
  version: z.int(),
});

export const importAnswer = (kept: KeptImport) => ({
  ...kept,
  uploadedAt: kept.uploadedAt.toISOString(),
  committedAt: kept.committedAt?.toISOString() ?? null,
});

export const reportOf = ({ counts, problems, leftOut }: KeptImport) => {
  const { warnings, errors, ...rest } = importReport(counts, problems, leftOut);
  return { ...rest, warnings: [...warnings], errors: [...errors] };
};
