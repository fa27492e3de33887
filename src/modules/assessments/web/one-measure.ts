import { z } from 'zod';
import type { Tx } from '#src/platform/db/scope.ts';
import { findMeasure } from '../queries/list-measures.ts';

export const OfMeasure = z.object({ key: z.string().regex(/^[a-z0-9-]{1,60}$/) });

/** The measure that an address names; null when there is none, or it is off the lists. */
export async function loadMeasure(tx: Tx, { key }: z.output<typeof OfMeasure>) {
  const measure = await findMeasure(tx, key);
  return measure === null || measure.isWithdrawn ? null : { measure };
}
