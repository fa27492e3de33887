import { newId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { WorkedDocument } from '../domain/document.ts';
import type { PublishedContent } from '../domain/publication.ts';

type Kept = { readonly number: number; readonly content: PublishedContent };

/** Keeps a report as the governors get it; `false` when another took its number. */
export async function keepReport(
  tx: Tx,
  { documentId, version }: WorkedDocument,
  { number, content }: Kept,
): Promise<boolean> {
  const { actor, clock } = tx.scope;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('governorsReports')
    .values({
      schoolId: actor.schoolId,
      reportId: newId(clock.now().getTime()),
      documentId,
      number,
      documentVersion: version,
      content: JSON.stringify(content),
      issuedAt: clock.now(),
      issuedBy: actor.personId,
    })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Takes a report back from the governors; `false` when it was done already. */
export async function takeReportBack(tx: Tx, reportId: string, why: string): Promise<boolean> {
  const { actor, clock } = tx.scope;
  const { numUpdatedRows } = await tx
    .updateTable('governorsReports')
    .set({ withdrawnAt: clock.now(), withdrawnBy: actor.personId, withdrawnWhy: why })
    .where('schoolId', '=', actor.schoolId)
    .where('reportId', '=', reportId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
