import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import { type GroupId, newId } from '#src/kernel/ids.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { add, amend } from '#src/platform/db/journal.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { holdsOn } from '../domain/dated.ts';
import { schoolEvents } from '../domain/school.events.ts';
import type { KeptLesson, Lesson } from '../domain/school-records.ts';
import { listLessons } from '../queries/list-lessons.ts';

const record = recorder(schoolEvents);

export type Timetable = {
  readonly groupId: GroupId;
  readonly lessons: readonly Lesson[];
  readonly fromOn: SchoolDate;
  /** True when these are all lessons of the group: others end the day before. */
  readonly isWhole?: boolean | undefined;
  readonly source: string;
};

export type LessonCounts = {
  readonly added: number;
  readonly changed: number;
  readonly ended: number;
  readonly unchanged: number;
};

const slotOf = ({ week, weekday, period }: Lesson) => `${week}|${weekday}|${period}`;
const factsOf = (lesson: Lesson) => ({
  staffId: lesson.staffId,
  startsAt: lesson.startsAt,
  endsAt: lesson.endsAt,
  room: lesson.room,
});
const isSame = (one: Lesson, other: Lesson) =>
  JSON.stringify(factsOf(one)) === JSON.stringify(factsOf(other));

/**
 * Records lessons of one group from a day. A group has one lesson in a period of a day of a week: another
 * teacher, room or time ends the present one the day before and begins a new one. Equal lessons stay.
 */
export async function recordLessons(tx: Tx, given: Timetable): Promise<LessonCounts> {
  const { groupId, fromOn, source, isWhole = false } = given;
  const kept = await listLessons(tx, groupId);
  const present = new Map(
    kept.filter((lesson) => holdsOn(lesson, fromOn)).map((lesson) => [slotOf(lesson), lesson]),
  );
  const wanted = new Map(given.lessons.map((lesson) => [slotOf(lesson), lesson]));
  const fresh = [...wanted].filter(([slot]) => !present.has(slot)).map(([, lesson]) => lesson);
  const other = [...wanted].flatMap(([slot, lesson]) => {
    const was = present.get(slot);
    return was === undefined || isSame(was, lesson) ? [] : [{ was, lesson }];
  });
  const gone = isWhole ? [...present].filter(([slot]) => !wanted.has(slot)).map(([, lesson]) => lesson) : [];
  const begun = other.filter(({ was }) => was.fromOn < fromOn);
  for (const { was } of begun) await endLesson(tx, was, fromOn);
  for (const { was, lesson } of other.filter((one) => !begun.includes(one)))
    await amend(tx, 'lessons', was.lessonId, { ...factsOf(lesson), source, version: was.version + 1 });
  for (const lesson of gone) await endLesson(tx, lesson, fromOn);
  await add(
    tx,
    'lessons',
    [...fresh, ...begun.map(({ lesson }) => lesson)].map((lesson) => ({
      lessonId: newId(),
      groupId,
      weekday: lesson.weekday,
      week: lesson.week,
      period: lesson.period,
      ...factsOf(lesson),
      fromOn,
      untilOn: null,
      source,
    })),
  );
  const counts = { added: fresh.length, changed: other.length, ended: gone.length };
  const unchanged = wanted.size - fresh.length - other.length;
  if (counts.added + counts.changed + counts.ended === 0) return { ...counts, unchanged };
  const changes = Object.fromEntries(
    Object.entries(counts).map(([name, after]) => [name, { before: 0, after }]),
  );
  await record(tx, { type: 'LessonsChanged', audience: 'staff', subjectId: groupId, changes });
  return { ...counts, unchanged };
}

/** A lesson has one day at least: one that began on the day itself ends with it. */
const endLesson = (tx: Tx, lesson: KeptLesson, fromOn: SchoolDate) =>
  amend(tx, 'lessons', lesson.lessonId, {
    untilOn: lesson.fromOn < fromOn ? addDays(fromOn, -1) : fromOn,
    version: lesson.version + 1,
  });
