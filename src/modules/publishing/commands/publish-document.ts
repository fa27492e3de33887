import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import {
  type Approver,
  heldApprovals,
  lackingApprovals,
  missing,
  type WorkedDocument,
} from '../domain/document.ts';
import { kindsOfDocument } from '../domain/document-kinds.ts';
import { contentOf, type Publication, PublishedContent, textsOf } from '../domain/publication.ts';
import { publishingEvents } from '../domain/publishing.events.ts';
import { type FoundWords, foundMark, pupilFinder } from '../domain/pupil-words.ts';
import { getReportTables } from '../queries/get-report-facts.ts';
import { listPublications } from '../queries/list-publications.ts';
import { listPupilMarks } from '../queries/list-pupil-marks.ts';
import { keepReport, takeReportBack } from './keep-report.ts';

const record = recorder(publishingEvents);
const audience = 'leaders' as const;

type ApprovalGiven = {
  readonly givenBy: Approver;
  readonly approvedOn: SchoolDate;
  readonly note: string | null;
  readonly version: number;
};

/** Notes who approved the words as they stand. Refused when they are others than those that were read. */
export async function approveDocument(
  tx: Tx,
  document: WorkedDocument,
  { givenBy, approvedOn, note, version }: ApprovalGiven,
): Promise<Result<null, 'stale' | 'ahead'>> {
  if (version !== document.version) return refused('stale');
  const { actor, clock, today } = tx.scope;
  if (approvedOn > today) return refused('ahead');
  const { documentId } = document;
  await tx
    .insertInto('publishedApprovals')
    .values({
      schoolId: actor.schoolId,
      approvalId: newId(clock.now().getTime()),
      documentId,
      givenBy,
      approvedOn,
      note,
      documentVersion: version,
      recordedBy: actor.personId,
      recordedAt: clock.now(),
    })
    .execute();
  await record(tx, {
    type: 'PublishedDocumentApproved',
    audience,
    subjectId: documentId,
    changes: { by: { before: null, after: givenBy }, on: { before: null, after: approvedOn } },
  });
  return done(null);
}

/** What in the words would tell of a pupil of the school (rule pub-5). */
export async function findPupilsIn(tx: Tx, content: PublishedContent): Promise<readonly FoundWords[]> {
  const find = pupilFinder(await listPupilMarks(tx));
  return textsOf(content).flatMap(find);
}

type Asked = {
  readonly version: number;
  readonly schoolName: string;
  readonly isMainstream: boolean;
  /** The words that somebody looked at, and said of that none is about a pupil; null where nobody did. */
  readonly looked: string | null;
};
export type PublishRefusal = 'stale' | 'missing' | 'approvals' | 'pupil' | 'look' | 'already';

/**
 * Publishes the words as they stand: whole, approved by both, and without a pupil (rules pub-4, pub-5). What is published is
 * read back through the shape of what may be public, so that nothing else goes with it.
 */
export async function publishDocument(
  tx: Tx,
  document: WorkedDocument,
  { version, schoolName, isMainstream, looked }: Asked,
): Promise<Result<number, PublishRefusal>> {
  if (version !== document.version) return refused('stale');
  if (missing(document, isMainstream).length > 0) return refused('missing');
  if (lackingApprovals(document).length > 0) return refused('approvals');
  const tables = await getReportTables(tx, document);
  const approvals = heldApprovals(document);
  const content = PublishedContent.parse(contentOf(document, schoolName, { approvals, tables }));
  const found = await findPupilsIn(tx, content);
  if (found.some(({ kind }) => kind === 'sure')) return refused('pupil');
  if (found.length > 0 && looked !== foundMark(found)) return refused('look');
  const { documentId, kind } = document;
  const [last] = await listPublications(tx, kind, 1);
  if (isSame(last, document)) return refused('already');
  const number = (last?.number ?? 0) + 1;
  const keep = kindsOfDocument[kind].isPublic ? keepPublication : keepReport;
  if (!(await keep(tx, document, { number, content }))) return refused('already');
  await record(tx, {
    type: 'DocumentPublished',
    audience,
    subjectId: documentId,
    changes: {
      number: { before: last?.number ?? null, after: number },
      ...(found.length === 0 ? {} : { lookedAt: { before: null, after: foundMark(found) } }),
    },
  });
  return done(number);
}

/** Keeps what anybody may read from now on; `false` when another took its number. */
async function keepPublication(
  tx: Tx,
  { documentId, kind, version }: WorkedDocument,
  { number, content }: { readonly number: number; readonly content: PublishedContent },
): Promise<boolean> {
  const { actor, clock } = tx.scope;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('publications')
    .values({
      schoolId: actor.schoolId,
      publicationId: newId(clock.now().getTime()),
      documentId,
      kind,
      number,
      documentVersion: version,
      content: JSON.stringify(content),
      publishedAt: clock.now(),
      publishedBy: actor.personId,
    })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

const isSame = (last: Publication | undefined, { version, firstYear }: WorkedDocument): boolean =>
  last !== undefined &&
  last.documentVersion === version &&
  last.content.firstYear === firstYear &&
  last.withdrawnOn === null;

async function takeOffAddress(tx: Tx, publicationId: string, why: string): Promise<boolean> {
  const { actor, clock } = tx.scope;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('publicationWithdrawals')
    .values({
      schoolId: actor.schoolId,
      publicationId,
      why,
      withdrawnAt: clock.now(),
      withdrawnBy: actor.personId,
    })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Takes what is public off the public address, or a report back from the governors, with a reason. Refused when it was done already. */
export async function withdrawPublication(
  tx: Tx,
  publication: Publication,
  why: string,
): Promise<Result<null, 'withdrawn'>> {
  const { publicationId, number, content } = publication;
  const takeBack = kindsOfDocument[content.kind].isPublic ? takeOffAddress : takeReportBack;
  if (!(await takeBack(tx, publicationId, why))) return refused('withdrawn');
  await record(tx, {
    type: 'PublicationWithdrawn',
    audience,
    subjectId: publicationId,
    why,
    changes: { number: { before: number, after: null } },
  });
  return done(null);
}
