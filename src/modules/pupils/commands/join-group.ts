import { addDays, type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { type GroupId, newId, type PupilId } from '#src/kernel/ids.ts';
import { getGroup } from '#src/modules/school/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { add, amend } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Told, toldChange } from '../domain/facts.ts';
import { pupilsEvents } from '../domain/pupils.events.ts';

const record = recorder(pupilsEvents);

export type JoinedGroup = {
  readonly pupilId: PupilId;
  readonly groupId: GroupId;
  readonly fromOn: SchoolDate;
  readonly told: Told;
  /** Ends the pupil's places in other groups of the kind. A class always does: a pupil has one at a time. */
  readonly leavesOthersOfKind?: boolean | undefined;
};

type Place = {
  readonly groupPupilId: string;
  readonly groupId: string;
  readonly name: string;
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly version: number;
};

/** Puts a pupil into a group from a day. Returns whether anything changed: being there already does not count. */
export async function joinGroup(tx: Tx, given: JoinedGroup): Promise<boolean> {
  const { pupilId, groupId, fromOn, told } = given;
  const group = await getGroup(tx, groupId);
  const places = await listPlaces(tx, { pupilId, kind: group.kind, fromOn });
  if (places.some((place) => place.groupId === groupId && place.fromOn <= fromOn)) return false;
  const isAlone = given.leavesOthersOfKind ?? group.kind === 'class';
  const others = isAlone ? places.filter((place) => place.groupId !== groupId) : [];
  const own = places.find((place) => place.groupId === groupId);
  await settle(tx, { ...given, others, own });
  await record(tx, {
    type: 'GroupJoined',
    audience: 'identity',
    pupilId,
    subjectId: groupId,
    changes: {
      [group.kind === 'class' ? 'class' : 'group']: {
        before: others.find((other) => other.fromOn <= fromOn)?.name ?? null,
        after: group.name,
      },
      fromOn: { before: null, after: fromOn },
      ...toldChange(told),
    },
  });
  return true;
}

/**
 * A place elsewhere that began earlier ends the day before. One that began the same day was a place in the wrong
 * group and becomes the place in this one; a second such lasts that day. A place planned for later stays.
 */
async function settle(
  tx: Tx,
  change: JoinedGroup & { others: readonly Place[]; own: Place | undefined },
): Promise<void> {
  const { pupilId, groupId, fromOn, told, others, own } = change;
  for (const place of others.filter((other) => other.fromOn < fromOn)) {
    await close(tx, place, addDays(fromOn, -1));
  }
  const [sameDay, ...more] = others.filter((other) => other.fromOn === fromOn);
  for (const place of more) await close(tx, place, fromOn);
  const planned = others.find((other) => other.fromOn > fromOn);
  if (sameDay !== undefined) {
    await amend(tx, 'groupPupils', sameDay.groupPupilId, { groupId, version: sameDay.version + 1 });
  } else if (own !== undefined && (planned === undefined || own.fromOn < planned.fromOn)) {
    await amend(tx, 'groupPupils', own.groupPupilId, { fromOn, version: own.version + 1 });
  } else {
    const untilOn = planned === undefined ? null : addDays(schoolDate(planned.fromOn), -1);
    const place = { groupPupilId: newId(), groupId, pupilId, fromOn, untilOn, source: told.source };
    await add(tx, 'groupPupils', [place]);
  }
}

const close = (tx: Tx, { groupPupilId, version }: Place, untilOn: SchoolDate): Promise<void> =>
  amend(tx, 'groupPupils', groupPupilId, { untilOn, version: version + 1 });

export type LeftGroup = {
  readonly pupilId: PupilId;
  readonly groupId: GroupId;
  /** The last day in the group. */
  readonly leftOn: SchoolDate;
  readonly told: Told;
};

/** Ends a pupil's place in a group. Returns whether anything changed. */
export async function leaveGroup(tx: Tx, given: LeftGroup): Promise<boolean> {
  const { pupilId, groupId, leftOn, told } = given;
  const group = await getGroup(tx, groupId);
  const places = await listPlaces(tx, { pupilId, kind: group.kind, fromOn: addDays(leftOn, 1) });
  const place = places.find((one) => one.groupId === groupId);
  if (place === undefined) return false;
  const untilOn = place.fromOn > leftOn ? place.fromOn : leftOn;
  if (place.untilOn === untilOn) return false;
  await amend(tx, 'groupPupils', place.groupPupilId, { untilOn, version: place.version + 1 });
  await record(tx, {
    type: 'GroupLeft',
    audience: 'identity',
    pupilId,
    subjectId: groupId,
    changes: {
      [group.kind === 'class' ? 'class' : 'group']: { before: group.name, after: null },
      untilOn: { before: place.untilOn, after: untilOn },
      ...toldChange(told),
    },
  });
  return true;
}

/** The pupil's places in groups of a kind that are held on the day or begin after it. */
function listPlaces(tx: Tx, of: { pupilId: PupilId; kind: string; fromOn: SchoolDate }): Promise<Place[]> {
  return tx
    .selectFrom('groupPupils as p')
    .innerJoin('groups as g', (join) =>
      join.onRef('g.schoolId', '=', 'p.schoolId').onRef('g.groupId', '=', 'p.groupId'),
    )
    .select(['p.groupPupilId', 'p.groupId', 'g.name', 'p.fromOn', 'p.untilOn', 'p.version'])
    .where('p.schoolId', '=', tx.scope.actor.schoolId)
    .where('p.pupilId', '=', of.pupilId)
    .where('g.kind', '=', of.kind)
    .where((eb) => eb.or([eb('p.untilOn', 'is', null), eb('p.untilOn', '>=', of.fromOn)]))
    .orderBy('p.fromOn')
    .execute();
}
