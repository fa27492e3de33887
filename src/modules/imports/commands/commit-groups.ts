import type { SchoolDate } from '#src/kernel/dates.ts';
import { GroupId, StaffId } from '#src/kernel/ids.ts';
import { joinGroup, type Told } from '#src/modules/pupils/index.ts';
import {
  academicYearBounds,
  academicYearOf,
  addGroup,
  addStaff,
  changeStaff,
  findStaffMember,
  putStaffInGroup,
  recordLessons,
} from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { IncomingGroup, IncomingLesson, IncomingStaff } from '../domain/incoming.ts';
import type { Decision, PlainChange } from '../domain/lay.ts';
import {
  findTeacher,
  groupKind,
  knownPupils,
  nameOfGroup,
  periodOfLesson,
  slotOfLesson,
  weekOfLesson,
  whole,
} from '../domain/lay-groups.ts';
import { matchStaff, staffFields } from '../domain/lay-staff.ts';
import type { LeftOut } from '../domain/left-out.ts';
import { know } from '../domain/match.ts';
import { ownSource } from '../domain/proposal.ts';
import { listKnownPupils } from '../queries/list-known-pupils.ts';
import { listGroupWorld, listHeldStaff } from '../queries/list-world.ts';

type NamedGroup = {
  readonly name: string;
  readonly yearGroup: string | null;
  readonly source: string;
  readonly givenOn: SchoolDate;
};

/** The class of a name today; made, for the academic year that it is, when there is none. */
export const findOrAddClass = (tx: Tx, wanted: NamedGroup): Promise<GroupId> =>
  findOrAdd(tx, { ...wanted, kind: 'class', subject: null });

type WantedGroup = NamedGroup & { readonly kind: 'class' | 'teaching'; readonly subject: string | null };

async function findOrAdd(tx: Tx, wanted: WantedGroup): Promise<GroupId> {
  const { today, actor } = tx.scope;
  const held = await tx
    .selectFrom('groups')
    .select('groupId')
    .where('schoolId', '=', actor.schoolId)
    .where('kind', '=', wanted.kind)
    .where('name', '=', wanted.name)
    .where('fromOn', '<=', today)
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', today)]))
    .executeTakeFirst();
  if (held !== undefined) return GroupId.parse(held.groupId);
  const { from, until } = academicYearBounds(academicYearOf(wanted.givenOn));
  const { kind, name, yearGroup, subject, source } = wanted;
  const added = await addGroup(tx, { kind, name, yearGroup, subject, fromOn: from, untilOn: until, source });
  if (!added.ok) throw new Error(`The group could not be added: ${added.refusal}`);
  return added.value;
}

export type StaffToCommit = {
  readonly content: IncomingStaff;
  readonly decision: Decision | null;
  /** What the review showed: nothing else is written. */
  readonly reviewed: readonly Pick<PlainChange, 'label' | 'after'>[];
};

/** Adds somebody to the staff, or changes what the file says otherwise and a person did not write in Sendero. */
export async function commitStaff(tx: Tx, row: StaffToCommit, told: Told): Promise<LeftOut> {
  const { content, decision } = row;
  const match = matchStaff(content, await listHeldStaff(tx));
  const shown = row.reviewed.map(({ label, after }) => `${label} ${after}`);
  const all = staffFields.flatMap(({ field, label, of }) => {
    const value = of(content);
    return value != null && shown.includes(`${label} ${value}`) ? [{ field, label, value }] : [];
  });
  if (match === undefined)
    return addOne(tx, Object.fromEntries(all.map(({ field, value }) => [field, value])), told);
  const isOurs = (field: (typeof all)[number]['field']) =>
    match.source === ownSource && match[field] !== null && decision !== 'take';
  const member = await findStaffMember(tx, StaffId.parse(match.staffId));
  if (member === null) return 'This person is no longer on the staff list.';
  const taken = all.filter(({ field }) => !isOurs(field));
  const set = Object.fromEntries(taken.map(({ field, value }) => [field, value]));
  const isKept = match.source === ownSource;
  const changed = await changeStaff(tx, member, { ...set, ...(isKept ? {} : { source: told.source }) });
  if (!changed.ok) return staffRefusals[changed.refusal];
  const left = all.filter(({ field }) => isOurs(field)).map(({ label }) => label);
  return left.length === 0 ? null : `Left as it is in Sendero: ${left.join(', ')}.`;
}

const staffRefusals = {
  code_taken: 'The code belongs to somebody else.',
  left_before_start: 'The last day is before the first.',
  in_charge_later: 'This person is to be in charge of a group after the last day.',
} as const;

type NewSet = { readonly surname?: string; readonly forename?: string; readonly post?: string };

async function addOne(tx: Tx, set: NewSet, told: Told): Promise<LeftOut> {
  const { surname, forename, post = 'Staff' } = set;
  if (surname === undefined || forename === undefined) return 'The file gives no full name.';
  const added = await addStaff(tx, { ...set, surname, forename, post, source: told.source });
  return added.ok ? null : staffRefusals[added.refusal];
}

/** Makes a group if need be, and adds who is in charge and who is in it. Nobody is taken out. */
export async function commitGroup(tx: Tx, content: IncomingGroup, told: Told): Promise<LeftOut> {
  const known = know(await listKnownPupils(tx));
  const world = await listGroupWorld(tx, known);
  const kind = groupKind(content);
  const groupId = await findOrAdd(tx, {
    kind,
    name: nameOfGroup(content.name),
    yearGroup: content.yearGroup?.code ?? null,
    subject: content.subject?.slice(0, 60) ?? null,
    source: told.source,
    givenOn: told.sourceOn,
  });
  const held = world.groups.find((one) => one.groupId === groupId);
  for (const named of content.teachers) {
    const member = findTeacher(named, world.staff);
    if (member === undefined || held?.staffIds.includes(member.staffId)) continue;
    await putStaffInGroup(tx, {
      groupId,
      staffId: StaffId.parse(member.staffId),
      fromOn: told.sourceOn,
      source: told.source,
    });
  }
  const { ids } = knownPupils(content, known);
  for (const pupilId of ids.filter((id) => !held?.pupilIds.has(id))) {
    await joinGroup(tx, { pupilId, groupId, fromOn: told.sourceOn, told });
  }
  return null;
}

/** Records the lessons that a timetable gives one group. */
export async function commitLessons(
  tx: Tx,
  lessons: readonly IncomingLesson[],
  told: Told,
): Promise<LeftOut> {
  const world = await listGroupWorld(tx, know([]));
  const group = world.groups.find((one) => one.name === nameOfGroup(lessons[0]?.group ?? ''));
  if (group === undefined) return 'There is no class or group of this name.';
  await recordLessons(tx, {
    groupId: GroupId.parse(group.groupId),
    fromOn: told.sourceOn,
    source: told.source,
    lessons: lessons.map((lesson) => {
      const held = group.lessons.find((one) => one.slot === slotOfLesson(lesson));
      const { staffId, ...facts } = whole(lesson, held, world.staff);
      return {
        ...facts,
        staffId: staffId === null ? null : StaffId.parse(staffId),
        weekday: lesson.day,
        week: weekOfLesson(lesson),
        period: periodOfLesson(lesson),
      };
    }),
  });
  return null;
}
