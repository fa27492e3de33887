import type { Tx } from '#src/platform/db/scope.ts';
import { IssuedContent } from '../domain/plan-version.ts';

/** A plan as it was shown to the family. */
export type SharedCopy = {
  readonly sharedCopyId: string;
  readonly planId: string;
  readonly number: number;
  /** As the pupil was called on that day. */
  readonly pupilName: string;
  readonly content: IssuedContent;
  readonly sha256: string;
  readonly madeAt: Date;
};

/** Every copy of a plan that was shared, the newest first. */
export async function listSharedCopies(tx: Tx, planId: string): Promise<readonly SharedCopy[]> {
  const rows = await tx
    .selectFrom('planSharedCopies')
    .select(['sharedCopyId', 'planId', 'number', 'pupilName', 'content', 'sha256', 'madeAt'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('planId', '=', planId)
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, content: IssuedContent.parse(row.content) }));
}

/** The copy that the family reads now; null before the plan was shared. */
export const findSharedCopy = async (tx: Tx, planId: string): Promise<SharedCopy | null> =>
  (await listSharedCopies(tx, planId))[0] ?? null;
