import { z } from 'zod';
import type { Tx } from '#src/platform/db/scope.ts';
import { Delivery } from '../domain/review/paper.ts';

/** What was sent of a review, to whom and when, in the order in which it was asked for. */
export async function listDeliveries(tx: Tx, reviewId: string): Promise<readonly Delivery[]> {
  const rows = await tx
    .selectFrom('reviewDeliveries as d')
    .innerJoin('reviewPeople as p', (join) =>
      join.onRef('p.schoolId', '=', 'd.schoolId').onRef('p.reviewPersonId', '=', 'd.reviewPersonId'),
    )
    .select(['d.reviewDeliveryId as deliveryId', 'd.reviewPersonId', 'd.what', 'd.documentId', 'p.name'])
    .select(['d.email', 'd.askedAt', 'd.mailedAt', 'd.openedAt'])
    .where('d.schoolId', '=', tx.scope.actor.schoolId)
    .where('d.reviewId', '=', reviewId)
    .orderBy('d.askedAt')
    .orderBy('d.reviewDeliveryId')
    .execute();
  return z.array(Delivery).parse(rows);
}
