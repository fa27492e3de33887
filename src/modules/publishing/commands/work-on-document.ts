import { sql } from 'kysely';
import { type Changes, changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { BudgetLine, WorkedDocument } from '../domain/document.ts';
import { type DocumentKind, kindsOfDocument } from '../domain/document-kinds.ts';
import type { PublishedContent } from '../domain/publication.ts';
import { publishingEvents } from '../domain/publishing.events.ts';

const record = recorder(publishingEvents);
const audience = 'leaders' as const;

/** What a change was in, told apart in the history. */
const inDocument = ({ documentId }: Pick<WorkedDocument, 'documentId'>, changes: Changes) => ({
  subjectId: documentId,
  changes,
});

/** Begins the document of a school year, with the words that were published last where there are any. */
export async function beginDocument(
  tx: Tx,
  { kind, firstYear, last }: { kind: DocumentKind; firstYear: number; last: PublishedContent | null },
): Promise<Result<null, 'begun'>> {
  const { actor, clock } = tx.scope;
  const { schoolId } = actor;
  const documentId = newId(clock.now().getTime());
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('publishedDocuments')
    .values({ schoolId, documentId, kind, firstYear, begunAt: clock.now() })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return refused('begun');
  const parts = last?.parts ?? [];
  if (parts.length > 0) {
    await tx
      .insertInto('publishedParts')
      .values(parts.map(({ part, words }) => ({ schoolId, documentId, part, words })))
      .execute();
  }
  const year = { before: null, after: firstYear };
  await record(tx, {
    type: 'PublishedDocumentBegun',
    audience,
    ...inDocument({ documentId }, { kind: { before: null, after: kindsOfDocument[kind].title }, year }),
  });
  return done(null);
}

/** Counts a change of the document: approvals of the words before hold no more. */
export const touch = (tx: Tx, { documentId }: WorkedDocument) =>
  tx
    .updateTable('publishedDocuments')
    .set({ version: sql`version + 1` })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('documentId', '=', documentId)
    .execute();

type PartSet = { readonly part: string; readonly words: string; readonly version: number };

/** Writes one part. Whoever saves over words that they did not read is refused. */
export async function writePart(
  tx: Tx,
  document: WorkedDocument,
  { part, words, version }: PartSet,
): Promise<Result<boolean, 'stale'>> {
  const { schoolId } = tx.scope.actor;
  const { documentId } = document;
  const before = document.parts.find((one) => one.part === part);
  if ((before?.version ?? 0) !== version) return refused('stale');
  const changes = changesBetween({ [part]: before?.words ?? '' }, { [part]: words });
  if (nothingChanged(changes)) return done(false);
  const kept =
    before === undefined
      ? (
          await tx
            .insertInto('publishedParts')
            .values({ schoolId, documentId, part, words })
            .onConflict((oc) => oc.doNothing())
            .executeTakeFirst()
        ).numInsertedOrUpdatedRows
      : (
          await tx
            .updateTable('publishedParts')
            .set({ words, version: version + 1 })
            .where('schoolId', '=', schoolId)
            .where('documentId', '=', documentId)
            .where('part', '=', part)
            .where('version', '=', version)
            .executeTakeFirst()
        ).numUpdatedRows;
  if (kept !== 1n) return refused('stale');
  await touch(tx, document);
  await record(tx, { type: 'PublishedPartWritten', audience, ...inDocument(document, changes) });
  return done(true);
}

/** Adds a line to the budget. */
export async function addLine(
  tx: Tx,
  document: WorkedDocument,
  line: Omit<BudgetLine, 'lineId'>,
): Promise<void> {
  const { actor, clock } = tx.scope;
  const lineId = newId(clock.now().getTime());
  await tx
    .insertInto('publishedLines')
    .values({ schoolId: actor.schoolId, lineId, documentId: document.documentId, ...line })
    .execute();
  await touch(tx, document);
  await record(tx, {
    type: 'PublishedLineAdded',
    audience,
    ...inDocument(document, changesBetween({}, { ...line })),
  });
}

/** Takes a line out of the budget; `false` when it was out already. */
export async function withdrawLine(tx: Tx, document: WorkedDocument, line: BudgetLine): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('publishedLines')
    .set({ withdrawnAt: tx.scope.clock.now() })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('lineId', '=', line.lineId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return false;
  await touch(tx, document);
  const { activity, pence } = line;
  await record(tx, {
    type: 'PublishedLineWithdrawn',
    audience,
    ...inDocument(document, {
      activity: { before: activity, after: null },
      pence: { before: pence, after: null },
    }),
  });
  return true;
}

type Days = { readonly reviewOn: SchoolDate | null; readonly spansYears: boolean };

/** Sets the day of review, and whether it is for several years. */
export async function setDays(
  tx: Tx,
  document: WorkedDocument,
  { version, ...days }: Days & { version: number },
): Promise<Result<boolean, 'stale'>> {
  const { reviewOn, spansYears, documentId } = document;
  const changes = changesBetween<Days>({ reviewOn, spansYears }, days);
  if (version !== document.version) return refused('stale');
  if (nothingChanged(changes)) return done(false);
  const { numUpdatedRows } = await tx
    .updateTable('publishedDocuments')
    .set({ ...days, version: version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('documentId', '=', documentId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('stale');
  await record(tx, { type: 'PublishedDaysSet', audience, ...inDocument(document, changes) });
  return done(true);
}
