import type { PupilId } from '#src/kernel/ids.ts';
import type { IncomingGroup, IncomingLesson } from './incoming.ts';
import type { HeldStaff, LaidRow, PlainChange } from './lay.ts';
import { type Known, matchPupil, plainName } from './match.ts';

export type HeldGroup = {
  readonly groupId: string;
  readonly kind: 'class' | 'teaching';
  readonly name: string;
  readonly staffIds: readonly string[];
  readonly pupilIds: ReadonlySet<string>;
  readonly lessons: readonly { readonly slot: string; readonly facts: string }[];
};

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
  return groups.map((content) => {
    const match = world.groups.find((one) => one.kind === groupKind(content) && one.name === content.name);
    const teachers = content.teachers.map((named) => ({ named, member: findTeacher(named, world.staff) }));
    const { ids, unknown } = knownPupils(content, world.known);
    const joining = ids.filter((id) => !match?.pupilIds.has(id));
    const changes = [
      ...(match === undefined ? [plain('Group', null, content.name)] : []),
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

function leftOut(strangers: readonly string[], unknownPupils: number): string | null {
  const parts = [
    ...(strangers.length === 0
      ? []
      : [`Not known on the staff: ${strangers.join(', ')}. Import the staff first.`]),
    ...(unknownPupils === 0 ? [] : [`${unknownPupils} pupils of it are not known. Import the pupils first.`]),
  ];
  return parts.length === 0 ? null : parts.join(' ');
}

export const slotOfLesson = (lesson: IncomingLesson): string =>
  `${lesson.week ?? ''}|${lesson.day}|${lesson.period}`;
export const factsOfLesson = (
  staffId: string | null,
  lesson: Pick<IncomingLesson, 'startsAt' | 'endsAt' | 'room'>,
): string => JSON.stringify([staffId, lesson.startsAt ?? null, lesson.endsAt ?? null, lesson.room ?? null]);

/** Lays a timetable beside the school's own, one row for each group in it. */
export function layLessons(lessons: readonly IncomingLesson[], world: GroupWorld): LaidRow[] {
  const byGroup = new Map<string, IncomingLesson[]>();
  for (const lesson of lessons) byGroup.set(lesson.group, [...(byGroup.get(lesson.group) ?? []), lesson]);
  return [...byGroup].map(([name, content]) => {
    const match = world.groups.find((one) => one.name === name);
    const base = {
      kind: 'lesson' as const,
      content,
      number: content[0]?.row ?? 0,
      title: name,
      matchId: match?.groupId ?? null,
    };
    if (match === undefined) {
      const why = 'There is no class or group of this name. Import the classes first.';
      return { ...base, state: 'unreadable', why, changes: [] };
    }
    const differing = content.filter((lesson) => {
      const [named] = lesson.teachers;
      const staffId = named === undefined ? null : (findTeacher(named, world.staff)?.staffId ?? null);
      const held = match.lessons.find((one) => one.slot === slotOfLesson(lesson));
      return held?.facts !== factsOfLesson(staffId, lesson);
    });
    const changes =
      differing.length === 0 ? [] : [plain('Lessons', null, `${differing.length} of ${content.length}`)];
    const state = changes.length === 0 ? 'unchanged' : match.lessons.length === 0 ? 'new' : 'changed';
    return { ...base, state, why: null, changes };
  });
}
