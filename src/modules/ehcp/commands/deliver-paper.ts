import { newId } from '#src/kernel/ids.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Paper } from '../domain/review/paper.ts';
import type { Review } from '../domain/review/review.ts';
import { reviewEvents } from '../domain/review.events.ts';

const record = recorder(reviewEvents);

/** So long a link to a paper opens it: a parent on holiday finds it still. */
const linkDays = 60;

/**
 * Puts a paper of a review on its way to everybody invited, once each (rule ar-8). A job mails it; who has no address stands in
 * the list, to be handed it. Returns to how many.
 */
export async function deliverPaper(
  tx: Tx,
  review: Review,
  { what, documentId }: { readonly what: Paper; readonly documentId: string },
): Promise<number> {
  const { actor, clock } = tx.scope;
  const now = clock.now();
  const to = review.people.filter(({ invitedOn }) => invitedOn !== null);
  if (to.length === 0) return 0;
  const { reviewId, pupilId } = review;
  await tx
    .insertInto('reviewDeliveries')
    .values(
      to.map(({ reviewPersonId }) => ({
        schoolId: actor.schoolId,
        reviewDeliveryId: newId(now.getTime()),
        ...{ reviewId, reviewPersonId, pupilId, what, documentId },
        askedAt: now,
        askedBy: actor.personId,
        untilAt: new Date(now.getTime() + linkDays * 24 * 60 * 60 * 1000),
      })),
    )
    .onConflict((oc) => oc.columns(['schoolId', 'reviewPersonId', 'what']).doNothing())
    .execute();
  await record(tx, {
    type: 'ReviewPaperSent',
    audience: 'staff',
    pupilId,
    subjectId: reviewId,
    changes: {
      what: { before: null, after: what },
      documentId: { before: null, after: documentId },
      people: { before: null, after: to.length },
    },
  });
  return to.length;
}
