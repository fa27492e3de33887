import { sql } from 'kysely';
import { keepReach, takenBack } from '#src/modules/pupils/index.ts';
import { teachingEvents } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { runningEvents } from '../domain/provision.events.ts';

/** Derives anew who reaches whom by running a group, when what it follows from changed in this transaction. */
export async function refreshRunReach(tx: Tx): Promise<void> {
  const { happened } = tx.scope;
  if ([...runningEvents, ...teachingEvents, takenBack].some((type) => happened.has(type)))
    await deriveRunReach(tx);
}

/** Derives the reach by running groups of the whole school anew: after many runs were brought in at once. */
export const refreshAllRunReach = (tx: Tx): Promise<void> => deriveRunReach(tx);

/** Somebody who signs in runs a group while the run, their time in it and the pupil's last. */
const deriveRunReach = (tx: Tx): Promise<void> =>
  keepReach(tx, {
    whys: ['runs the group'],
    pupilIds: null,
    derives: (among) => sql`
      select s.person_id, p.pupil_id, 'runs the group' as why, r.run_id as origin_id,
        greatest(r.from_on, a.from_on, p.from_on) as from_on,
        least(r.until_on, a.until_on, p.until_on, s.left_on) as until_on
      from runs r
      join run_staff a on a.school_id = r.school_id and a.run_id = r.run_id and a.withdrawn_at is null
      join run_pupils p on p.school_id = r.school_id and p.run_id = r.run_id and p.withdrawn_at is null
      join staff s on s.school_id = a.school_id and s.staff_id = a.staff_id
      where r.school_id = ${tx.scope.actor.schoolId} and r.withdrawn_at is null and ${among('p.pupil_id')}
        and s.person_id is not null`,
  });
