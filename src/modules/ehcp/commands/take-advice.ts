import { changesBetween } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { InviteAnswer, Review, ReviewPerson } from '../domain/review/review.ts';
import { reviewEvents } from '../domain/review.events.ts';
import { setPerson } from './invite-to-review.ts';

const record = recorder(reviewEvents);

export type Advice = {
  readonly receivedOn: SchoolDate;
  readonly words: string | null;
  readonly documentId: string | null;
  readonly nothingToSay: boolean;
};
type OfPerson = { readonly review: Review; readonly person: ReviewPerson };

/** Takes what somebody says before the meeting; later words stand in place of earlier ones, which the event keeps. */
export async function takeAdvice(
  tx: Tx,
  { review, person }: OfPerson,
  advice: Advice,
): Promise<Result<null, 'in_future' | 'nothing'>> {
  const { actor, today } = tx.scope;
  if (advice.receivedOn > today) return refused('in_future');
  if (advice.words === null && advice.documentId === null && !advice.nothingToSay) return refused('nothing');
  const { reviewId, pupilId } = review;
  await tx
    .insertInto('reviewAdvice')
    .values({
      schoolId: actor.schoolId,
      reviewPersonId: person.reviewPersonId,
      reviewId,
      pupilId,
      askedOn: person.invitedOn ?? today,
      ...advice,
    })
    .onConflict((oc) =>
      oc
        .columns(['schoolId', 'reviewPersonId'])
        .doUpdateSet((eb) => ({ ...advice, version: eb('reviewAdvice.version', '+', 1) })),
    )
    .execute();
  await record(tx, {
    type: 'ReviewAdviceReceived',
    audience: 'notes',
    pupilId,
    subjectId: reviewId,
    changes: {
      capacity: { before: person.capacity, after: person.capacity },
      ...changesBetween(
        {
          words: person.advice?.words ?? null,
          documentId: person.advice?.documentId ?? null,
          receivedOn: person.advice?.receivedOn ?? null,
        },
        { words: advice.words, documentId: advice.documentId, receivedOn: advice.receivedOn },
      ),
    },
  });
  return done(null);
}

/** Takes back advice that was entered for the wrong person: it is asked for again. */
export async function takeAdviceBack(tx: Tx, { review, person }: OfPerson): Promise<boolean> {
  if (person.advice === null || person.advice.receivedOn === null) return false;
  await tx
    .updateTable('reviewAdvice')
    .set((eb) => ({
      receivedOn: null,
      words: null,
      documentId: null,
      nothingToSay: false,
      version: eb('version', '+', 1),
    }))
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('reviewPersonId', '=', person.reviewPersonId)
    .execute();
  await record(tx, {
    type: 'ReviewAdviceTakenBack',
    audience: 'notes',
    pupilId: review.pupilId,
    subjectId: review.reviewId,
    changes: {
      capacity: { before: person.capacity, after: person.capacity },
      words: { before: person.advice.words, after: null },
    },
  });
  return true;
}

/** Whether somebody comes, as they said it themselves. */
export async function answerInvitation(
  tx: Tx,
  { review, person }: OfPerson,
  answer: InviteAnswer,
): Promise<boolean> {
  if (person.answer === answer) return true;
  if (!(await setPerson(tx, person, { answer, answeredOn: tx.scope.today }))) return false;
  await record(tx, {
    type: 'ReviewAnswered',
    audience: 'notes',
    pupilId: review.pupilId,
    subjectId: review.reviewId,
    changes: {
      capacity: { before: person.capacity, after: person.capacity },
      answer: { before: person.answer, after: answer },
    },
  });
  return true;
}
