import { changesBetween } from '#src/kernel/changes.ts';
import { newId } from '#src/kernel/ids.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { WorkedDocument } from '../domain/document.ts';
import { publishingEvents } from '../domain/publishing.events.ts';
import type { ReportCount } from '../domain/report-facts.ts';
import { touch } from './work-on-document.ts';

const record = recorder(publishingEvents);
const audience = 'leaders' as const;

/** Adds a count to a governors' report. */
export async function addReportCount(
  tx: Tx,
  document: WorkedDocument,
  count: Omit<ReportCount, 'countId'>,
): Promise<void> {
  const { actor, clock } = tx.scope;
  const { documentId } = document;
  const countId = newId(clock.now().getTime());
  await tx
    .insertInto('reportCounts')
    .values({ schoolId: actor.schoolId, countId, documentId, ...count })
    .execute();
  await touch(tx, document);
  await record(tx, {
    type: 'ReportCountAdded',
    audience,
    subjectId: documentId,
    changes: changesBetween({}, { ...count }),
  });
}

/** Takes a count out of a governors' report; `false` when it was out already. */
export async function withdrawReportCount(
  tx: Tx,
  document: WorkedDocument,
  { countId, theme, counted }: ReportCount,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('reportCounts')
    .set({ withdrawnAt: tx.scope.clock.now() })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('countId', '=', countId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  await touch(tx, document);
  await record(tx, {
    type: 'ReportCountWithdrawn',
    audience,
    subjectId: document.documentId,
    changes: { theme: { before: theme, after: null }, counted: { before: counted, after: null } },
  });
  return true;
}
