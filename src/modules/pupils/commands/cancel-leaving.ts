import { sql } from 'kysely';
import { changesBetween } from '#src/kernel/changes.ts';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { amend } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Told, toldChange } from '../domain/facts.ts';
import { pupilsEvents } from '../domain/pupils.events.ts';

const record = recorder(pupilsEvents);

/**
 * Takes back that a pupil leaves or left: the last enrolment goes on, and so do the places in classes and groups
 * that ended with it, unless the group itself ended. Refused for a pupil whose last enrolment has no last day.
 */
export async function cancelLeaving(
  tx: Tx,
  { pupilId, told }: { pupilId: PupilId; told: Told },
): Promise<Result<SchoolDate, 'not_leaving'>> {
  const last = await tx
    .selectFrom('enrolments')
    .selectAll()
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('pupilId', '=', pupilId)
    .orderBy('fromOn', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (last === undefined || last.untilOn === null) return refused('not_leaving');
  const after = { untilOn: null, leavingReason: null };
  await amend(tx, 'enrolments', last.enrolmentId, { ...after, version: last.version + 1 });
  await takePlacesAgain(tx, pupilId, schoolDate(last.untilOn));
  await record(tx, {
    type: 'EnrolmentChanged',
    audience: 'identity',
    pupilId,
    changes: { ...changesBetween<Record<string, unknown>>(last, after), ...toldChange(told) },
  });
  return done(schoolDate(last.untilOn));
}

/** A place that is followed by another in the same group stays as it is: the two would overlap. */
async function takePlacesAgain(tx: Tx, pupilId: PupilId, endedOn: SchoolDate): Promise<void> {
  const places = await tx
    .selectFrom('groupPupils as p')
    .innerJoin('groups as g', (join) =>
      join.onRef('g.schoolId', '=', 'p.schoolId').onRef('g.groupId', '=', 'p.groupId'),
    )
    .select(['p.groupPupilId', 'p.version', 'g.untilOn'])
    .where('p.schoolId', '=', tx.scope.actor.schoolId)
    .where('p.pupilId', '=', pupilId)
    .where('p.untilOn', '=', endedOn)
    .where((eb) => eb.or([eb('g.untilOn', 'is', null), eb('g.untilOn', '>', endedOn)]))
    .where(
      sql<boolean>`not exists (select 1 from group_pupils later where later.school_id = p.school_id
        and later.pupil_id = p.pupil_id and later.group_id = p.group_id and later.from_on > p.from_on)`,
    )
    .execute();
  for (const { groupPupilId, version, untilOn } of places) {
    await amend(tx, 'groupPupils', groupPupilId, { untilOn, version: version + 1 });
  }
}
