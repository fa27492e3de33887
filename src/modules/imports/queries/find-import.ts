import { z } from 'zod';
import type { ImportId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { KeptImport } from '../domain/kept-import.ts';

/** One import, or null. */
export async function findImport(tx: Tx, importId: ImportId): Promise<KeptImport | null> {
  const row = await tx
    .selectFrom('imports')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('importId', '=', importId)
    .executeTakeFirst();
  return row === undefined ? null : KeptImport.parse(row);
}

/** The newest imports of the school, newest first. */
export async function listImports(tx: Tx, limit = 50): Promise<KeptImport[]> {
  const rows = await tx
    .selectFrom('imports')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .orderBy('uploadedAt', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => KeptImport.parse(row));
}

const Change = z.object({
  label: z.string(),
  before: z.string().nullable(),
  after: z.string(),
  isOurs: z.boolean(),
  does: z.object({ kind: z.string(), fact: z.object({ kind: z.string() }).optional() }).optional(),
});
export type KeptChange = z.output<typeof Change>;
const Proposal = z.object({
  title: z.string(),
  fileRow: z.number(),
  why: z.string().nullable(),
  changes: z.array(Change),
});

export type KeptRow = {
  readonly rowNumber: number;
  readonly kind: string;
  readonly content: unknown;
  readonly matchId: string | null;
  readonly state: string;
  readonly decision: string | null;
  readonly outcome: string | null;
} & z.output<typeof Proposal>;

type Wanted = {
  readonly state?: string | undefined;
  /** Only rows of which something was left out when the import was taken in. */
  readonly isLeftOut?: boolean;
  readonly rowNumber?: number;
  readonly offset?: number;
  readonly limit?: number;
};

/** Rows of an import, in the order of the file; those of one state when asked. */
export async function listImportRows(tx: Tx, importId: ImportId, wanted: Wanted = {}): Promise<KeptRow[]> {
  const rows = await tx
    .selectFrom('importRows')
    .select(['rowNumber', 'kind', 'content', 'matchId', 'state', 'decision', 'outcome', 'proposal'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('importId', '=', importId)
    .where('kind', '!=', 'raw')
    .$if(wanted.state !== undefined, (query) => query.where('state', '=', wanted.state ?? ''))
    .$if(wanted.isLeftOut === true, (query) => query.where('outcome', '!=', 'taken'))
    .$if(wanted.rowNumber !== undefined, (query) => query.where('rowNumber', '=', wanted.rowNumber ?? 0))
    .orderBy('rowNumber')
    .offset(wanted.offset ?? 0)
    .limit(wanted.limit ?? 100_000)
    .execute();
  return rows.map(({ proposal, ...row }) => ({ ...row, ...Proposal.parse(proposal) }));
}
