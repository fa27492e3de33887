import type { SchoolDate } from '#src/kernel/dates.ts';
import { type GroupId, newId, type StaffId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { add, amend } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { schoolEvents } from '../domain/school.events.ts';

const record = recorder(schoolEvents);

export type NewPlace = {
  readonly groupId: GroupId;
  readonly staffId: StaffId;
  readonly fromOn: SchoolDate;
  readonly untilOn?: SchoolDate | null | undefined;
  readonly source: string;
};

/**
 * Puts somebody in charge of a group from a day: from then on they reach its pupils. The days must lie within
 * the group's own; without a last day, that of the group is taken.
 */
export async function putStaffInGroup(
  tx: Tx,
  given: NewPlace,
): Promise<Result<string, 'already_there' | 'outside_group' | 'ends_before_start'>> {
  const { groupId, staffId, fromOn, source } = given;
  const group = await tx
    .selectFrom('groups')
    .select(['fromOn', 'untilOn'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('groupId', '=', groupId)
    .executeTakeFirstOrThrow();
  const untilOn = given.untilOn ?? group.untilOn;
  if (untilOn !== null && untilOn < fromOn) return refused('ends_before_start');
  const isInside =
    fromOn >= group.fromOn && (group.untilOn === null || (untilOn !== null && untilOn <= group.untilOn));
  if (!isInside) return refused('outside_group');
  const places = await listPlaces(tx, given);
  const isThere = places.some(
    (place) =>
      (untilOn === null || place.fromOn <= untilOn) && (place.untilOn === null || place.untilOn >= fromOn),
  );
  if (isThere) return refused('already_there');
  const groupStaffId = newId();
  await add(tx, 'groupStaff', [{ groupStaffId, groupId, staffId, fromOn, untilOn, source }]);
  const changes = {
    staffId: { before: null, after: staffId },
    fromOn: { before: null, after: fromOn },
    untilOn: { before: null, after: untilOn },
  };
  await record(tx, { type: 'GroupStaffed', audience: 'staff', subjectId: groupId, changes });
  return done(groupStaffId);
}

/** Ends somebody's charge of a group with a last day: from the day after they no longer reach its pupils by it. */
export async function takeStaffOutOfGroup(
  tx: Tx,
  given: { readonly groupId: GroupId; readonly staffId: StaffId; readonly untilOn: SchoolDate },
): Promise<Result<void, 'not_there' | 'before_start'>> {
  const { groupId, staffId, untilOn } = given;
  const places = await listPlaces(tx, given);
  const place = places.find((one) => one.untilOn === null || one.untilOn > untilOn);
  if (place === undefined) return refused('not_there');
  if (untilOn < place.fromOn) return refused('before_start');
  await amend(tx, 'groupStaff', place.groupStaffId, { untilOn, version: place.version + 1 });
  const changes = {
    staffId: { before: staffId, after: staffId },
    untilOn: { before: place.untilOn, after: untilOn },
  };
  await record(tx, { type: 'GroupStaffed', audience: 'staff', subjectId: groupId, changes });
  return done(undefined);
}

const listPlaces = (tx: Tx, of: Pick<NewPlace, 'groupId' | 'staffId'>) =>
  tx
    .selectFrom('groupStaff')
    .select(['groupStaffId', 'fromOn', 'untilOn', 'version'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('groupId', '=', of.groupId)
    .where('staffId', '=', of.staffId)
    .orderBy('fromOn')
    .execute();
