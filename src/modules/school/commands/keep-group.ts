import { type Changes, changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { GroupId, newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { add, amend } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { schoolEvents } from '../domain/school.events.ts';
import type { Group, GroupKind } from '../domain/school-records.ts';

const record = recorder(schoolEvents);

export type NewGroup = {
  readonly kind: GroupKind;
  readonly name: string;
  readonly yearGroup?: string | null | undefined;
  readonly subject?: string | null | undefined;
  readonly fromOn: SchoolDate;
  readonly untilOn?: SchoolDate | null | undefined;
  /** `Sendero` when a person says it, else the name of the system that a file came from. */
  readonly source: string;
};

/** Adds a class or teaching group. Two groups of one kind never have one name at the same time. */
export async function addGroup(
  tx: Tx,
  given: NewGroup,
): Promise<Result<GroupId, 'name_taken' | 'ends_before_start'>> {
  const { kind, name, yearGroup = null, subject = null, fromOn, untilOn = null, source } = given;
  if (untilOn !== null && untilOn < fromOn) return refused('ends_before_start');
  if (await isTaken(tx, { kind, name, fromOn, untilOn, groupId: null })) return refused('name_taken');
  const groupId = GroupId.parse(newId());
  await add(tx, 'groups', [{ groupId, kind, name, yearGroup, subject, fromOn, untilOn, source }]);
  const changes = changesBetween<Record<string, unknown>>(
    {},
    { kind, name, yearGroup, subject, fromOn, untilOn, source },
  );
  await record(tx, { type: 'GroupAdded', audience: 'staff', subjectId: groupId, changes });
  return done(groupId);
}

type GroupNames = Partial<Pick<Group, 'name' | 'yearGroup' | 'subject' | 'source'>>;

/** Corrects what a group is called, its year group or its subject, for all its days. */
export async function changeGroup(
  tx: Tx,
  group: Group,
  set: GroupNames,
): Promise<Result<Changes, 'name_taken'>> {
  const { source: _, ...facts } = set;
  const changes = changesBetween<GroupNames>(group, facts);
  if (nothingChanged(changes)) return done(changes);
  const { name = group.name } = set;
  if (await isTaken(tx, { ...group, name })) return refused('name_taken');
  await amend(tx, 'groups', group.groupId, { ...set, version: group.version + 1 });
  await record(tx, { type: 'GroupChanged', audience: 'staff', subjectId: group.groupId, changes });
  return done(changes);
}

/** Ends a group with a last day; its staff and its lessons end with it. */
export async function endGroup(
  tx: Tx,
  group: Group,
  untilOn: SchoolDate,
): Promise<Result<Changes, 'before_start' | 'in_use_later'>> {
  if (untilOn < group.fromOn) return refused('before_start');
  const changes = changesBetween({ untilOn: group.untilOn }, { untilOn });
  if (nothingChanged(changes)) return done(changes);
  const places = await listPlacesAfter(tx, group.groupId, untilOn);
  const lessons = await listLessonsAfter(tx, group.groupId, untilOn);
  if ([...places, ...lessons].some((row) => row.fromOn > untilOn)) return refused('in_use_later');
  await amend(tx, 'groups', group.groupId, { untilOn, version: group.version + 1 });
  for (const { groupStaffId, version } of places)
    await amend(tx, 'groupStaff', groupStaffId, { untilOn, version: version + 1 });
  for (const { lessonId, version } of lessons)
    await amend(tx, 'lessons', lessonId, { untilOn, version: version + 1 });
  await record(tx, { type: 'GroupEnded', audience: 'staff', subjectId: group.groupId, changes });
  return done(changes);
}

const listPlacesAfter = (tx: Tx, groupId: GroupId, on: SchoolDate) =>
  tx
    .selectFrom('groupStaff')
    .select(['groupStaffId', 'fromOn', 'version'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('groupId', '=', groupId)
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>', on)]))
    .execute();

const listLessonsAfter = (tx: Tx, groupId: GroupId, on: SchoolDate) =>
  tx
    .selectFrom('lessons')
    .select(['lessonId', 'fromOn', 'version'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('groupId', '=', groupId)
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>', on)]))
    .execute();

type Named = Pick<Group, 'kind' | 'name' | 'fromOn' | 'untilOn'> & { readonly groupId: GroupId | null };

async function isTaken(tx: Tx, wanted: Named): Promise<boolean> {
  const { kind, name, fromOn, untilOn, groupId } = wanted;
  const same = await tx
    .selectFrom('groups')
    .select('groupId')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('kind', '=', kind)
    .where('name', '=', name)
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', fromOn)]))
    .$if(untilOn !== null, (query) => query.where('fromOn', '<=', untilOn))
    .$if(groupId !== null, (query) => query.where('groupId', '!=', groupId))
    .executeTakeFirst();
  return same !== undefined;
}
