import type { PupilId } from '#src/kernel/ids.ts';
import type { IncomingGroup, IncomingLesson } from './incoming.ts';
import type { LaidRow, PlainChange } from './lay.ts';
import type { HeldStaff } from './lay-staff.ts';
import { type Known, matchPupil, plainName } from './match.ts';

export type HeldGroup = {
  readonly groupId: string;
  readonly kind: 'class' | 'teaching';
  readonly name: string;
  readonly staffIds: readonly string[];
  readonly pupilIds: ReadonlySet<string>;
  readonly lessons: readonly HeldLesson[];
};

/** What is held of a lesson, its times like `09:05`. */
type LessonFacts = {
  readonly staffId: string | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly room: string | null;
};
/** `slot`: week, day and period; a group has one lesson in each. */
export type HeldLesson = LessonFacts & { readonly slot: string };

/** As much of a name as is kept. */
export const nameOfGroup = (name: string): string => name.slice(0, 60).trim();

export type GroupWorld = {
  readonly known: Known;
  readonly groups: readonly HeldGroup[];
  readonly staff: readonly HeldStaff[];
};

export const groupKind = (told: IncomingGroup): 'class' | 'teaching' =>
  told.kind === 'class' ? 'class' : 'teaching';

/** A teacher as a timetable names them: by code, or by some form of the name. */
export function findTeacher(named: string, staff: readonly HeldStaff[]): HeldStaff | undefined {
  const plain = plainName(named);
  return (
    staff.find((one) => one.code?.toLowerCase() === named.toLowerCase()) ??
    staff.find((one) =>
      [
        `${one.title ?? ''}${one.surname}`,
        `${one.forename}${one.surname}`,
        `${one.surname}${one.forename}`,
        `${one.title ?? ''}${one.forename}${one.surname}`,
        `${one.title ?? ''}${one.forename.slice(0, 1)}${one.surname}`,
      ].some((form) => plainName(form) === plain),
    )
  );
}

/** The pupils of a group whom Sendero knows, and how many it does not. */
export function knownPupils(told: IncomingGroup, known: Known): { ids: PupilId[]; unknown: number } {
  const matches = told.pupils.map((key) => matchPupil(key, known));
  const ids = matches.flatMap((match) =>
    match.kind === 'same'
      ? [match.pupilId]
      : match.kind === 'ask' && match.pupilIds.length === 1
        ? match.pupilIds
        : [],
  );
  return { ids, unknown: told.pupils.length - ids.length };
}

const plain = (label: string, before: string | null, after: string): PlainChange => ({
  label,
  before,
  after,
  isOurs: false,
});

/** Lays classes and teaching groups beside the school's own: new ones, teachers and pupils that are not in them yet. */
export function layGroups(groups: readonly IncomingGroup[], world: GroupWorld): LaidRow[] {
  return inOneClass(groups, world.known).map((content) => {
    const name = nameOfGroup(content.name);
    const match = world.groups.find((one) => one.kind === groupKind(content) && one.name === name);
    const teachers = content.teachers.map((named) => ({ named, member: findTeacher(named, world.staff) }));
    const { ids, unknown } = knownPupils(content, world.known);
    const joining = ids.filter((id) => !match?.pupilIds.has(id));
    const changes = [
      ...(match === undefined ? [plain('Group', null, name)] : []),
      ...teachers
        .filter(({ member }) => member !== undefined && !match?.staffIds.includes(member.staffId))
        .map(({ named }) => plain('In charge', null, named)),
      ...(joining.length > 0 ? [plain('Pupils who join', null, String(joining.length))] : []),
    ];
    const strangers = teachers.filter(({ member }) => member === undefined).map(({ named }) => named);
    return {
      kind: 'group',
      content,
      number: content.rows[0] ?? 0,
      title: content.name,
      matchId: match?.groupId ?? null,
      state: match === undefined ? 'new' : changes.length === 0 ? 'unchanged' : 'changed',
      why: leftOut(strangers, unknown),
      changes,
    };
  });
}

/** A pupil is in one class at a time: of several in one file the first counts, or each import would move them. */
function inOneClass(groups: readonly IncomingGroup[], known: Known): IncomingGroup[] {
  const placed = new Set<string>();
  return groups.map((group) => {
    if (groupKind(group) !== 'class') return group;
    const pupils = group.pupils.filter((key) => {
      const [id] = knownPupils({ ...group, pupils: [key] }, known).ids;
      return id === undefined || !placed.has(id);
    });
    for (const id of knownPupils({ ...group, pupils }, known).ids) placed.add(id);
    return { ...group, pupils };
  });
}

function leftOut(strangers: readonly string[], unknownPupils: number): string | null {
  const parts = [
    ...(strangers.length === 0
      ? []
      : [`Not known on the staff: ${strangers.join(', ')}. Import the staff first.`]),
    ...(unknownPupils === 0 ? [] : [`${unknownPupils} pupils of it are not known. Import the pupils first.`]),
  ];
  return parts.length === 0 ? null : parts.join(' ');
}

export const weekOfLesson = ({ week }: IncomingLesson): string => week?.slice(0, 3) ?? '';
export const periodOfLesson = ({ period }: IncomingLesson): string => period.slice(0, 20);
export const slotOfLesson = (lesson: IncomingLesson): string =>
  `${weekOfLesson(lesson)}|${lesson.day}|${periodOfLesson(lesson)}`;

/** A lesson as it will stand: what the file leaves blank or out stays as it is held. */
export function whole(
  lesson: IncomingLesson,
  held: LessonFacts | undefined,
  staff: readonly HeldStaff[],
): LessonFacts {
  const [named] = lesson.teachers;
  const member = named === undefined ? undefined : findTeacher(named, staff);
  return {
    staffId: member?.staffId ?? held?.staffId ?? null,
    startsAt: lesson.startsAt ?? held?.startsAt ?? null,
    endsAt: lesson.endsAt ?? held?.endsAt ?? null,
    room: lesson.room?.slice(0, 40) ?? held?.room ?? null,
  };
}

const isSameLesson = (one: LessonFacts, other: LessonFacts | undefined): boolean =>
  one.staffId === other?.staffId &&
  one.startsAt === other.startsAt &&
  one.endsAt === other.endsAt &&
  one.room === other.room;

/**
 * Lays a timetable beside the school's own, one row for each group in it. `coming`: groups of the same file, which
 * are made before their lessons.
 */
export function layLessons(
  lessons: readonly IncomingLesson[],
  world: GroupWorld,
  coming: readonly IncomingGroup[],
): LaidRow[] {
  const named = new Set(coming.map((group) => nameOfGroup(group.name)));
  const byGroup = new Map<string, IncomingLesson[]>();
  const slots = new Set<string>();
  for (const lesson of lessons) {
    const name = nameOfGroup(lesson.group);
    const slot = `${name}|${slotOfLesson(lesson)}`;
    // A second teacher of one lesson stands in a row of their own: the lesson is the first row's.
    if (!slots.has(slot)) byGroup.set(name, [...(byGroup.get(name) ?? []), lesson]);
    slots.add(slot);
  }
  return [...byGroup].map(([name, content]) => {
    const match = world.groups.find((one) => one.name === name);
    const base = {
      kind: 'lesson' as const,
      content,
      number: content[0]?.row ?? 0,
      title: name,
      matchId: match?.groupId ?? null,
    };
    if (match === undefined && !named.has(name)) {
      const why = 'There is no class or group of this name. Import the classes first.';
      return { ...base, state: 'unreadable', why, changes: [] };
    }
    const differing = content.filter((lesson) => {
      const held = match?.lessons.find((one) => one.slot === slotOfLesson(lesson));
      return !isSameLesson(whole(lesson, held, world.staff), held);
    });
    const changes =
      differing.length === 0 ? [] : [plain('Lessons', null, `${differing.length} of ${content.length}`)];
    const state =
      changes.length === 0 ? 'unchanged' : (match?.lessons ?? []).length === 0 ? 'new' : 'changed';
    return { ...base, state, why: null, changes };
  });
}
