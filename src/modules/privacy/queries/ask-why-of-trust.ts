import { sql } from 'kysely';
import type { PupilId } from '#src/kernel/ids.ts';
import { SayFirst } from '#src/kernel/stops.ts';
import { isOfTrustOnly } from '#src/modules/identity/index.ts';
import { askViewsOf, type Tx } from '#src/platform/db/scope.ts';

/**
 * Stops somebody who is here for the trust alone before anything about a pupil opens, until they have said why: once
 * for each pupil and day. People of the school are never asked (rule access-6).
 */
export const askWhyOfTrust = async (tx: Tx, pupilId: PupilId): Promise<void> => {
  if (!isOfTrustOnly(tx.scope.actor.roles) || (await hasSaidWhyToday(tx, pupilId))) return;
  throw new SayFirst(`/trust/pupils/${pupilId}/why`);
};

/** The day is that of London. */
async function hasSaidWhyToday(tx: Tx, pupilId: PupilId): Promise<boolean> {
  const { actor, today } = tx.scope;
  await askViewsOf(tx, pupilId);
  const { rows } = await sql`
    select 1 from views
    where school_id = ${actor.schoolId} and person_id = ${actor.personId} and why is not null
      and pupil_ids @> array[${pupilId}::uuid] and (at at time zone 'Europe/London')::date = ${today}::date
    limit 1`.execute(tx);
  return rows.length > 0;
}
