import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { done } from '#src/kernel/result.ts';
import { keepDocument, type TakenFile } from '#src/modules/documents/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { MissingPart, ReportWords } from '../domain/review/report-parts.ts';
import { isStatutory, type Recommendation, type Review, reviewKindWords } from '../domain/review/review.ts';
import { reviewEvents } from '../domain/review.events.ts';
import type { ReportPage } from '../queries/list-report-words.ts';
import { type CaseRefused, type CaseResult, refusedWith } from './check-case.ts';
import { tellCase } from './invite-to-review.ts';

const record = recorder(reviewEvents);

const stale: CaseRefused = refusedWith(
  'stale',
  'Somebody else has saved this since you opened it. Both texts are shown: put them together and save again.',
);
const staleReview: CaseRefused = refusedWith(
  'stale',
  'Somebody else has changed this review since you opened it. Look at it as it is now, then try again.',
);

/** Writes one page of a report as it was read. `false` where nothing was different. */
export async function writeReport(
  tx: Tx,
  review: Review,
  { page, words }: { readonly page: ReportPage; readonly words: ReportWords },
): Promise<CaseResult<boolean>> {
  const changes = changesBetween({ ...page.words }, { ...words });
  if (nothingChanged(changes)) return done(false);
  if (!(await savePage(tx, review, { ...page, words }))) return stale;
  await record(tx, {
    type: 'ReviewReportWritten',
    audience: 'staff',
    pupilId: review.pupilId,
    subjectId: review.reviewId,
    changes,
  });
  return done(true);
}

async function savePage(
  tx: Tx,
  { reviewId, pupilId }: Review,
  { step, words, version }: ReportPage,
): Promise<boolean> {
  const { schoolId } = tx.scope.actor;
  const set = { words: JSON.stringify(words) };
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('reviewParts')
      .values({ schoolId, reviewId, pupilId, step, ...set })
      .onConflict((oc) => oc.doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await tx
    .updateTable('reviewParts')
    .set({ ...set, version: version + 1 })
    .where('schoolId', '=', schoolId)
    .where('reviewId', '=', reviewId)
    .where('step', '=', step)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

type ReviewSet = {
  readonly meetingOn?: SchoolDate;
  readonly reportSentOn?: SchoolDate;
  readonly meetingAt?: string | null;
  readonly venue?: string | null;
  readonly chair?: string | null;
  readonly recommendation?: string | null;
  readonly sectionsToChange?: string[];
  readonly reportDocumentId?: string;
  readonly withdrawnAt?: Date;
  readonly withdrawnWhy?: string;
};

/** The review as it was read gets its next version; false where somebody else was faster. */
export async function setReview(tx: Tx, review: Review, set: ReviewSet): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('annualReviews')
    .set({ ...set, version: review.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('reviewId', '=', review.reviewId)
    .where('version', '=', review.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** What the meeting recommends, and of which sections of the plan. */
export async function recommend(
  tx: Tx,
  review: Review,
  set: { readonly recommendation: Recommendation | null; readonly sectionsToChange: readonly string[] },
): Promise<CaseResult<boolean>> {
  const { recommendation, sectionsToChange } = review;
  const changes = changesBetween({ recommendation, sectionsToChange }, set);
  if (nothingChanged(changes)) return done(false);
  if (!(await setReview(tx, review, { ...set, sectionsToChange: [...set.sectionsToChange] })))
    return staleReview;
  await record(tx, {
    type: 'ReviewReportWritten',
    audience: 'staff',
    pupilId: review.pupilId,
    subjectId: review.reviewId,
    changes,
  });
  return done(true);
}

export type SentReport = {
  readonly sentOn: SchoolDate;
  readonly how: string | null;
  readonly missing: readonly MissingPart[];
  readonly file: TakenFile;
};

/**
 * Sends the report: what was sent is kept as a document of the pupil that the family may read, and the case learns the day with
 * the document as its proof. Refused while a part that the law asks for is blank, before the meeting, and twice.
 */
export async function sendReport(tx: Tx, review: Review, given: SentReport): Promise<CaseResult<string>> {
  const { sentOn, how, missing, file } = given;
  const fault = reportFault(review, given, tx.scope.today);
  if (fault !== null) return fault;
  const kept = await keepDocument(tx, {
    pupilId: review.pupilId,
    kind: 'meeting',
    title: `Report: ${reviewKindWords[review.kind].toLowerCase()}`,
    datedOn: review.meetingOn,
    receivedOn: sentOn,
    fromWhom: null,
    notes: how,
    audience: 'family',
    file,
    subject: { kind: 'annual_review', id: review.reviewId },
  });
  if (!kept.ok) return refusedWith('in_future', 'The report cannot be dated on a day to come.');
  const own = isStatutory(review.kind) ? {} : { reportSentOn: sentOn };
  if (!(await setReview(tx, review, { reportDocumentId: kept.value, ...own }))) return staleReview;
  const told = await tellCase(tx, review, {
    name: 'reportSent',
    happenedOn: sentOn,
    note: how,
    documentId: kept.value,
  });
  if (!told.ok) return told;
  await record(tx, {
    type: 'ReviewReportSent',
    audience: 'staff',
    pupilId: review.pupilId,
    subjectId: review.reviewId,
    changes: changesBetween({}, { sentOn, documentId: kept.value, missing: missing.length }),
  });
  return done(kept.value);
}

function reportFault(review: Review, { sentOn, missing }: SentReport, today: SchoolDate): CaseRefused | null {
  if (review.events.reportSent !== undefined) return refusedWith('twice', 'The report was sent already.');
  if (sentOn > today) return refusedWith('in_future', 'The day must be today or in the past.');
  if (sentOn < review.meetingOn)
    return refusedWith('out_of_order', 'The report cannot be sent before the meeting.');
  return missing.length === 0
    ? null
    : refusedWith('not_yet', `Still missing: ${missing.map(({ label }) => label).join('; ')}.`);
}

/** Writes the first page of a report in one deed, where it was not begun. */
export const writeReviewViews = (tx: Tx, review: Review, words: ReportWords): Promise<CaseResult<boolean>> =>
  writeReport(tx, review, { page: { step: 'views', words: {}, version: 0 }, words });
