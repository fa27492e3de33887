import { changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { done } from '#src/kernel/result.ts';
import { keepDocument, type TakenFile } from '#src/modules/documents/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { standing } from '../domain/case.ts';
import type { Review } from '../domain/review/review.ts';
import { reviewEvents } from '../domain/review.events.ts';
import { type CaseResult, refusedWith, staleCase } from './check-case.ts';
import { endCase } from './end-case.ts';
import { tellCase } from './invite-to-review.ts';
import { withdrawCaseEvent } from './record-case-event.ts';
import type { MeetingPlace } from './start-review.ts';
import { setReview } from './write-report.ts';

const record = recorder(reviewEvents);

export type ChangedReview = MeetingPlace & { readonly meetingOn: SchoolDate; readonly why: string | null };

/** Moves a review or says where it is. A day that moves needs a reason: the case keeps the old one with it. */
export async function changeReview(
  tx: Tx,
  review: Review,
  given: ChangedReview,
): Promise<CaseResult<boolean>> {
  const { meetingOn, why, ...place } = given;
  const { meetingAt, venue, chair } = review;
  const changes = changesBetween(
    { meetingOn: review.meetingOn, meetingAt, venue, chair },
    { meetingOn, ...place },
  );
  if (nothingChanged(changes)) return done(false);
  const isMoved = meetingOn !== review.meetingOn;
  if (isMoved && why === null) return refusedWith('not_yet', 'Enter why it is moved.');
  const own = isMoved && review.case === null ? { meetingOn } : {};
  if (!(await setReview(tx, review, { ...place, ...own }))) return staleCase;
  const moved = isMoved ? await moveInCase(tx, review, { meetingOn, why: why ?? '' }) : done(null);
  if (!moved.ok) return moved;
  await record(tx, {
    type: 'ReviewChanged',
    audience: 'staff',
    pupilId: review.pupilId,
    subjectId: review.reviewId,
    ...(why === null ? {} : { why }),
    changes,
  });
  return done(true);
}

async function moveInCase(
  tx: Tx,
  review: Review,
  { meetingOn, why }: { readonly meetingOn: SchoolDate; readonly why: string },
): Promise<CaseResult<null>> {
  const of = review.case;
  if (of === null) return done(null);
  const event = standing(of.events).find(({ name }) => name === 'meeting');
  if (event === undefined) return tellCase(tx, review, { name: 'meeting', happenedOn: meetingOn });
  const { caseEventId, note } = event;
  const { caseId, version } = of;
  return withdrawCaseEvent(tx, {
    caseId,
    caseEventId,
    version,
    why,
    instead: { happenedOn: meetingOn, note },
  });
}

/** Takes a review back that was started by mistake: its case ends, and its links stop. What was kept stays on record. */
export async function withdrawReview(tx: Tx, review: Review, why: string): Promise<CaseResult<null>> {
  const { clock, actor } = tx.scope;
  if (!(await setReview(tx, review, { withdrawnAt: clock.now(), withdrawnWhy: why }))) return staleCase;
  await tx
    .updateTable('reviewLinks')
    .set({ stoppedAt: clock.now() })
    .where('schoolId', '=', actor.schoolId)
    .where('reviewId', '=', review.reviewId)
    .where('stoppedAt', 'is', null)
    .execute();
  const left = await leaveCase(tx, review, why);
  if (!left.ok) return left;
  await record(tx, {
    type: 'ReviewWithdrawn',
    audience: 'staff',
    pupilId: review.pupilId,
    subjectId: review.reviewId,
    why,
  });
  return done(null);
}

/** What the review told its case, the last first: each rests on the one after it. */
const toldByReview = ['adviceCirculated', 'adviceAsked', 'invited', 'meeting'];

/** A case that waited for its review before waits again; one that began with the meeting ends. */
async function leaveCase(tx: Tx, { case: of }: Review, why: string): Promise<CaseResult<null>> {
  if (of === null || of.endedOn !== null) return done(null);
  const { caseId, events } = of;
  if (standing(events).every(({ name }) => toldByReview.includes(name)))
    return endCase(tx, { caseId, endedOn: tx.scope.today, outcome: 'opened-in-error', why });
  for (const name of toldByReview) {
    const event = standing(events).find((one) => one.name === name);
    if (event === undefined) continue;
    const taken = await withdrawCaseEvent(tx, { caseId, caseEventId: event.caseEventId, why });
    if (!taken.ok) return taken;
  }
  return done(null);
}

/** The advice was sent round to everybody invited. */
export async function circulateAdvice(
  tx: Tx,
  review: Review,
  given: {
    readonly circulatedOn: SchoolDate;
    readonly how: string | null;
    /** What went round, as one file; it is kept as the proof. */
    readonly file?: TakenFile;
  },
): Promise<CaseResult<string | null>> {
  if (review.case === null)
    return refusedWith('unknown_event', 'Nothing is circulated before a termly meeting.');
  if (review.events.adviceCirculated !== undefined)
    return refusedWith('twice', 'The advice was circulated already.');
  const { circulatedOn, how, file } = given;
  const kept = file === undefined ? null : await keepAdvice(tx, review, { circulatedOn, how, file });
  if (kept?.ok === false) return refusedWith('in_future', 'The day must be today or in the past.');
  const documentId = kept?.value ?? null;
  const event = { name: 'adviceCirculated', happenedOn: circulatedOn, note: how };
  const told = await tellCase(tx, review, documentId === null ? event : { ...event, documentId });
  if (!told.ok) return told;
  await record(tx, {
    type: 'ReviewAdviceCirculated',
    audience: 'staff',
    pupilId: review.pupilId,
    subjectId: review.reviewId,
    changes: { circulatedOn: { before: null, after: circulatedOn } },
  });
  return done(documentId);
}

type Circulated = {
  readonly circulatedOn: SchoolDate;
  readonly how: string | null;
  readonly file: TakenFile;
};

const keepAdvice = (tx: Tx, review: Review, { circulatedOn, how, file }: Circulated) =>
  keepDocument(tx, {
    pupilId: review.pupilId,
    kind: 'meeting',
    title: 'Advice for the review',
    datedOn: circulatedOn,
    receivedOn: circulatedOn,
    fromWhom: null,
    notes: how,
    audience: 'staff',
    file,
    subject: { kind: 'annual_review', id: review.reviewId },
  });
