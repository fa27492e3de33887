import type { SchoolDate } from '#src/kernel/dates.ts';
import type { ImportId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { ImportAudience } from '../domain/kept-import.ts';

const mostProblems = 2000;
const longestName = 200;

type Kept = {
  readonly importId: ImportId;
  readonly fileName: string;
  readonly sha256: string;
  readonly format: string;
  readonly givenOn: SchoolDate;
  /** Who may review it: postings are finance's too, everything else is of the import alone. */
  readonly audience: ImportAudience;
  readonly state: 'mapping' | 'reviewing';
  readonly header: object;
  readonly columns: readonly unknown[];
  readonly mapping: readonly unknown[];
  readonly problems: readonly unknown[];
  readonly counts: object;
};

/** Keeps that a file came, and what it says of itself: its rows are kept beside. The event is the caller's. */
export async function keepImport(tx: Tx, kept: Kept): Promise<void> {
  const { actor, clock } = tx.scope;
  const { importId, sha256, format, givenOn, state, audience } = kept;
  await tx
    .insertInto('imports')
    .values({
      schoolId: actor.schoolId,
      importId,
      fileName: kept.fileName.slice(-longestName),
      format,
      sha256,
      state,
      header: JSON.stringify(kept.header),
      columns: JSON.stringify(kept.columns),
      mapping: JSON.stringify(kept.mapping),
      problems: JSON.stringify(kept.problems.slice(0, mostProblems)),
      counts: JSON.stringify(kept.counts),
      givenOn,
      audience,
      uploadedBy: actor.personId ?? importId,
      uploadedAt: clock.now(),
    })
    .execute();
}
