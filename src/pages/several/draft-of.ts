import { z } from 'zod';
import type { PupilId } from '#src/kernel/ids.ts';
import {
  type BulkChange,
  type BulkGiven,
  findBulkChange,
  giveBulkChange,
} from '#src/modules/register/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { goTo, type Outcome, refuse } from '#src/platform/http/route.ts';
import { severalAddress } from './several-words.ts';

export const OfBulkChange = z.object({ bulkChangeId: z.uuid() });

/** A change that is not done yet; what is done already is shown on its own page. */
export const aboutMany = ({ change }: { readonly change: BulkChange }): readonly PupilId[] => change.pupilIds;

export const loadChange = (tx: Tx, bulkChangeId: string): Promise<BulkChange | null> =>
  findBulkChange(tx, bulkChangeId);

/** Where a change that was done already is shown, instead of the form that would tell what to do. */
export const pastDraft = ({ change }: { readonly change: BulkChange }): string | null =>
  change.state === 'draft' ? null : severalAddress(change.bulkChangeId);

/** Keeps what is to be done and goes on to what it would come to. */
export async function keepGiven(tx: Tx, change: BulkChange, given: BulkGiven): Promise<Outcome> {
  const kept = await giveBulkChange(tx, change, given);
  return kept.ok
    ? goTo(severalAddress(change.bulkChangeId))
    : refuse('This was changed or done meanwhile. Look at it before you go on');
}
