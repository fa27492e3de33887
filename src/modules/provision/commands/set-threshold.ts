import type { SchoolDate } from '#src/kernel/dates.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { provisionEvents } from '../domain/provision.events.ts';

const record = recorder(provisionEvents);

/**
 * Says up to which yearly cost the school pays itself for a pupil from a day on. One that was said for that day is corrected
 * and its version counted; those of other days stay. Nothing new, nothing recorded.
 */
export async function setThreshold(
  tx: Tx,
  { pence, fromOn }: { readonly pence: number; readonly fromOn: SchoolDate },
): Promise<Result<boolean, 'nothing'>> {
  const { schoolId } = tx.scope.actor;
  if (pence <= 0) return refused('nothing');
  const held = await tx
    .selectFrom('provisionThresholds')
    .select('pence')
    .where('schoolId', '=', schoolId)
    .where('fromOn', '=', fromOn)
    .forUpdate()
    .executeTakeFirst();
  if (held?.pence === pence) return done(false);
  await tx
    .insertInto('provisionThresholds')
    .values({ schoolId, fromOn, pence })
    .onConflict((oc) =>
      oc
        .columns(['schoolId', 'fromOn'])
        .doUpdateSet((eb) => ({ pence, version: eb('provisionThresholds.version', '+', 1) })),
    )
    .execute();
  await record(tx, {
    type: 'ThresholdSet',
    audience: 'finance',
    changes: {
      fromOn: { before: null, after: fromOn },
      pence: { before: held?.pence ?? null, after: pence },
    },
  });
  return done(true);
}
