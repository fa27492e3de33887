import { changesBetween } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import { done } from '#src/kernel/result.ts';
import type { Pupil } from '#src/modules/pupils/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { isStatutory, type ReviewKind } from '../domain/review/review.ts';
import type { Invitee } from '../domain/review/who-is-invited.ts';
import { reviewEvents } from '../domain/review.events.ts';
import type { ReviewProposal, YearFacts } from '../queries/propose-review.ts';
import { type CaseResult, refusedWith } from './check-case.ts';
import { openCase } from './open-case.ts';
import { recordCaseEvent } from './record-case-event.ts';

const record = recorder(reviewEvents);

export type MeetingPlace = {
  readonly meetingAt: string | null;
  readonly venue: string | null;
  readonly chair: string | null;
};

export type NewReview = MeetingPlace & {
  readonly pupil: Pupil;
  readonly kind: ReviewKind;
  readonly meetingOn: SchoolDate;
  readonly authorityId: string | null;
  readonly year: YearFacts;
  readonly people: readonly Invitee[];
  readonly proposal: Pick<ReviewProposal, 'hasPlan' | 'waiting' | 'underWayId'>;
};

/**
 * Starts a review: its day becomes an event of the case that waits for it, or of a new one, and those chosen are to be invited.
 * A termly meeting has no case. Refused with a sentence for a pupil without a plan and where a review is under way.
 * Returns the id of the review.
 */
export async function startReview(tx: Tx, given: NewReview): Promise<CaseResult<string>> {
  const { pupil, kind, meetingOn, people, meetingAt, venue, chair } = given;
  const { actor, clock } = tx.scope;
  const opened = isStatutory(kind) ? await meetingOfCase(tx, given) : meetingOfSchool(tx, given);
  if (!opened.ok) return opened;
  const reviewId = newId(clock.now().getTime());
  await tx
    .insertInto('annualReviews')
    .values({
      schoolId: actor.schoolId,
      reviewId,
      caseId: opened.value,
      pupilId: pupil.pupilId,
      kind,
      meetingOn: opened.value === null ? meetingOn : null,
      ...{ meetingAt, venue, chair },
      byPersonId: actor.personId,
      recordedAt: clock.now(),
    })
    .execute();
  await insertPeople(tx, { reviewId, pupilId: pupil.pupilId }, people);
  await record(tx, {
    type: 'ReviewStarted',
    audience: 'staff',
    pupilId: pupil.pupilId,
    subjectId: reviewId,
    changes: changesBetween({}, { kind, meetingOn, people: people.length }),
  });
  return done(reviewId);
}

const noPlan = refusedWith(
  'unknown_event',
  'This pupil has no EHC plan on record. Record the plan with the SEN status first.',
);

/** How far ahead a meeting of the school's own is entered; beyond is a slip of the pen. */
const mostDaysAhead = '2 years';

function meetingOfSchool(tx: Tx, { meetingOn, proposal }: NewReview): CaseResult<null> {
  if (!proposal.hasPlan) return noPlan;
  const { today } = tx.scope;
  const year = Number(today.slice(0, 4));
  if (Math.abs(Number(meetingOn.slice(0, 4)) - year) > 2)
    return refusedWith('too_far', `The day of the meeting must be within ${mostDaysAhead}.`);
  return done(null);
}

async function meetingOfCase(tx: Tx, given: NewReview): Promise<CaseResult<string>> {
  const { pupil, meetingOn, authorityId, year, proposal } = given;
  if (!proposal.hasPlan) return noPlan;
  if (proposal.underWayId !== null)
    return refusedWith(
      'open_already',
      'A review of this pupil is under way. Go on with that one, or withdraw it first.',
    );
  const meeting = { name: 'meeting', happenedOn: meetingOn };
  if (proposal.waiting !== null) {
    const { caseId, version } = proposal.waiting;
    const told = await recordCaseEvent(tx, { caseId, version, ...meeting });
    return told.ok ? done(caseId) : told;
  }
  const { planMade, lastDecisionSent } = year;
  return openCase(tx, {
    pupilId: pupil.pupilId,
    kind: 'annual-review',
    authorityId,
    events: [
      ...(planMade === undefined ? [] : [{ name: 'planMade', happenedOn: planMade }]),
      ...(lastDecisionSent === undefined ? [] : [{ name: 'lastDecisionSent', happenedOn: lastDecisionSent }]),
      meeting,
    ],
  });
}

type OfReview = { readonly reviewId: string; readonly pupilId: Pupil['pupilId'] };
export type NewReviewPerson = Pick<
  Invitee,
  'capacity' | 'name' | 'email' | 'personId' | 'carerId' | 'isRequired' | 'why'
>;

/** Writes who is to be invited; whoever calls it records the deed. Returns their ids. */
export async function insertPeople(
  tx: Tx,
  of: OfReview,
  people: readonly NewReviewPerson[],
): Promise<readonly string[]> {
  const { actor, clock } = tx.scope;
  if (people.length === 0) return [];
  const rows = people.map(({ capacity, name, email, personId, carerId, isRequired, why }) => ({
    schoolId: actor.schoolId,
    reviewPersonId: newId(clock.now().getTime()),
    ...of,
    capacity,
    name: name.slice(0, 200),
    // A carer's address stays with the carer; it may change before the letter goes.
    email: carerId === null ? email : null,
    ...{ personId, carerId, isRequired, why },
    recordedAt: clock.now(),
  }));
  await tx.insertInto('reviewPeople').values(rows).execute();
  return rows.map(({ reviewPersonId }) => reviewPersonId);
}
