import { changesBetween } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { done } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Review, ReviewPerson } from '../domain/review/review.ts';
import { reviewEvents } from '../domain/review.events.ts';
import { type CaseResult, refusedWith } from './check-case.ts';
import { recordCaseEvent } from './record-case-event.ts';
import { insertPeople, type NewReviewPerson } from './start-review.ts';

const record = recorder(reviewEvents);

/** Of whom words are asked before the meeting: not of those who only must be told of it. */
export const givesAdvice = ({ capacity }: Pick<ReviewPerson, 'capacity'>): boolean =>
  capacity !== 'head' && capacity !== 'authority' && capacity !== 'next_place';

/**
 * Invites everybody who was not invited yet, and asks those who know the pupil for words. The first time, the case learns that
 * people are invited and advice is asked for. Nobody to invite: `false`.
 */
export async function inviteToReview(tx: Tx, review: Review): Promise<CaseResult<boolean>> {
  const { today, actor } = tx.scope;
  const people = review.people.filter(({ invitedOn }) => invitedOn === null);
  if (people.length === 0) return done(false);
  await tx
    .updateTable('reviewPeople')
    .set((eb) => ({ invitedOn: today, mailedAt: null, version: eb('version', '+', 1) }))
    .where('schoolId', '=', actor.schoolId)
    .where(
      'reviewPersonId',
      'in',
      people.map(({ reviewPersonId }) => reviewPersonId),
    )
    .where('invitedOn', 'is', null)
    .execute();
  await ask(tx, review, people.filter(givesAdvice));
  for (const name of ['invited', 'adviceAsked'] as const) {
    const told = await tellCase(tx, review, { name, happenedOn: today });
    if (!told.ok) return told;
  }
  await record(tx, {
    type: 'ReviewPeopleInvited',
    audience: 'notes',
    pupilId: review.pupilId,
    subjectId: review.reviewId,
    changes: changesBetween({}, { people: people.length, invitedOn: today }),
  });
  return done(true);
}

async function ask(tx: Tx, { reviewId, pupilId }: Review, people: readonly ReviewPerson[]): Promise<void> {
  const { actor, today } = tx.scope;
  if (people.length === 0) return;
  await tx
    .insertInto('reviewAdvice')
    .values(
      people.map(({ reviewPersonId }) => ({
        schoolId: actor.schoolId,
        reviewPersonId,
        reviewId,
        pupilId,
        askedOn: today,
      })),
    )
    .onConflict((oc) => oc.doNothing())
    .execute();
}

/** Tells the case of a step of the review, once; a termly meeting has none. */
export async function tellCase(
  tx: Tx,
  review: Review,
  told: {
    readonly name: string;
    readonly happenedOn: SchoolDate;
    readonly note?: string | null;
    readonly documentId?: string | null;
  },
): Promise<CaseResult<null>> {
  if (review.case === null || review.events[told.name] !== undefined) return done(null);
  const recorded = await recordCaseEvent(tx, { caseId: review.case.caseId, ...told });
  return recorded.ok ? done(null) : recorded;
}

/** Adds somebody to those who are to be invited. */
export async function addReviewPerson(
  tx: Tx,
  review: Review,
  person: NewReviewPerson,
): Promise<CaseResult<null>> {
  if (review.people.some(({ name, capacity }) => name === person.name && capacity === person.capacity))
    return refusedWith('twice', `${person.name} is on the list already.`);
  const { reviewId, pupilId } = review;
  await insertPeople(tx, { reviewId, pupilId }, [person]);
  await record(tx, {
    type: 'ReviewPersonAdded',
    audience: 'notes',
    pupilId,
    subjectId: reviewId,
    changes: changesBetween({}, { capacity: person.capacity, name: person.name }),
  });
  return done(null);
}

type OfPerson = { readonly review: Review; readonly person: ReviewPerson };

/** Takes somebody off the list, with the reason; their links stop. False where somebody else changed them since. */
export async function withdrawReviewPerson(
  tx: Tx,
  { review, person }: OfPerson,
  why: string,
): Promise<boolean> {
  const { actor, clock } = tx.scope;
  const taken = await setPerson(tx, person, { withdrawnAt: clock.now(), withdrawnWhy: why });
  if (!taken) return false;
  await tx
    .updateTable('reviewLinks')
    .set({ stoppedAt: clock.now() })
    .where('schoolId', '=', actor.schoolId)
    .where('reviewPersonId', '=', person.reviewPersonId)
    .where('stoppedAt', 'is', null)
    .execute();
  await record(tx, {
    type: 'ReviewPersonWithdrawn',
    audience: 'notes',
    pupilId: review.pupilId,
    subjectId: review.reviewId,
    why,
    changes: { capacity: { before: person.capacity, after: null } },
  });
  return true;
}

/** Marks whether somebody came; null takes the mark back. Nothing is recorded where it was so already. */
export async function markAttendance(
  tx: Tx,
  { review, person }: OfPerson,
  attended: ReviewPerson['attended'],
): Promise<boolean> {
  if (person.attended === attended) return true;
  if (!(await setPerson(tx, person, { attended }))) return false;
  await record(tx, {
    type: 'ReviewAttendanceMarked',
    audience: 'notes',
    pupilId: review.pupilId,
    subjectId: review.reviewId,
    changes: {
      capacity: { before: person.capacity, after: person.capacity },
      attended: { before: person.attended, after: attended },
    },
  });
  return true;
}

type PersonSet = {
  readonly attended?: string | null;
  readonly withdrawnAt?: Date;
  readonly withdrawnWhy?: string;
  readonly answer?: string | null;
  readonly answeredOn?: SchoolDate | null;
};

export async function setPerson(tx: Tx, person: ReviewPerson, set: PersonSet): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('reviewPeople')
    .set({ ...set, version: person.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('reviewPersonId', '=', person.reviewPersonId)
    .where('version', '=', person.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
