import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import { ImportId } from '#src/kernel/ids.ts';
import type { ColumnMapping } from './columns.ts';
import { isFieldName } from './fields.ts';

/** Where an import stands. */
export const importStates = [
  'mapping',
  'reviewing',
  'committing',
  'committed',
  'undoing',
  'undone',
  'set_aside',
] as const;
export type ImportState = (typeof importStates)[number];

/** Postings hold nothing of pupils: whoever is of finance reviews them, and nobody else's files. */
export const importAudiences = ['import', 'finance'] as const;
export type ImportAudience = (typeof importAudiences)[number];

const Problem = z.object({
  level: z.enum(['error', 'warning']),
  row: z.number().nullable(),
  column: z.string().nullable(),
  value: z.string().optional(),
  message: z.string(),
  todo: z.string(),
});

const Counts = z.object({
  read: z.number(),
  new: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  missing: z.number(),
});

const FileFacts = z.object({
  format: z.enum(['ctf', 'csv', 'xlsx']),
  givenOn: SchoolDate,
  senderLaestab: z.string().nullable(),
  senderName: z.string().nullable(),
  isPartial: z.boolean(),
  isRoll: z.boolean(),
  sheet: z.string().nullable(),
  headings: z.array(z.string()),
  headingsKey: z.string().nullable(),
  kinds: z.array(z.string()),
  missing: z.array(z.string()),
  ctfVersion: z.string().nullable().default(null),
  otherSheets: z.array(z.string()).default([]),
  /** What the person who brought the file sees: somebody who sees less may not open the import. */
  sees: z.array(z.string()).default([]),
});

/** An import as it is kept, its JSON columns read through this schema. */
export const KeptImport = z.object({
  importId: ImportId,
  fileName: z.string(),
  sha256: z.string(),
  state: z.enum(importStates),
  header: FileFacts,
  mapping: z.array(z.object({ column: z.number(), field: z.string().nullable(), block: z.number() })),
  columns: z.array(
    z.object({
      column: z.number(),
      heading: z.string(),
      field: z.string().nullable(),
      confidence: z.string(),
      why: z.string(),
      samples: z.array(z.string()),
    }),
  ),
  problems: z.array(Problem),
  counts: Counts,
  leftOut: z.array(z.string()),
  uploadedBy: z.string(),
  uploadedAt: z.date(),
  committedAt: z.date().nullable(),
  undoneAt: z.date().nullable(),
  audience: z.enum(importAudiences),
  version: z.number(),
});
export type KeptImport = z.output<typeof KeptImport>;

/** Where facts of this file come from, as each of them says beside itself. */
export const sourceOf = (kept: Pick<KeptImport, 'fileName' | 'header'>): string =>
  (kept.header.format === 'ctf'
    ? `CTF from ${kept.header.senderName ?? kept.header.senderLaestab ?? 'another school'}`
    : `File ${kept.fileName}`
  ).slice(0, 100);

/** The mapping of an import's columns as it stands. A field that is known no more counts as none. */
export const mappingHeld = ({ mapping }: Pick<KeptImport, 'mapping'>): readonly ColumnMapping[] =>
  mapping.map(({ column, field, block }) =>
    field !== null && isFieldName(field) ? { column, field, block } : { column, field: null, block: 1 },
  );
