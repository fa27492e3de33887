import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { DocumentKind } from '../domain/document-kinds.ts';
import { type Period, periodWords } from '../domain/document-period.ts';
import { documentsEvents } from '../domain/documents.events.ts';
import { listDocumentPeriods } from '../queries/list-document-periods.ts';

const record = recorder(documentsEvents);

/** Sets how long this school keeps a kind of document. The same again changes nothing. */
export async function setDocumentPeriod(
  tx: Tx,
  given: { readonly kind: DocumentKind; readonly period: Period; readonly why: string },
): Promise<void> {
  const { kind, period, why } = given;
  const before = (await listDocumentPeriods(tx)).find((one) => one.kind === kind);
  if (before !== undefined && before.years === period.years && before.from === period.from) return;
  const { actor } = tx.scope;
  const set = { keepYears: period.years, keepFrom: period.from, why, version: (before?.version ?? 0) + 1 };
  await tx
    .insertInto('documentPeriods')
    .values({ schoolId: actor.schoolId, kind, ...set })
    .onConflict((conflict) => conflict.columns(['schoolId', 'kind']).doUpdateSet(set))
    .execute();
  await record(tx, {
    type: 'DocumentPeriodSet',
    audience: 'leaders',
    why,
    changes: {
      documentKind: { before: kind, after: kind },
      period: { before: before === undefined ? null : periodWords(before), after: periodWords(period) },
    },
  });
}
