import type { SchoolDate } from '../../../kernel/dates.ts';
import type { PupilId, StaffId } from '../../../kernel/ids.ts';
import type { Taken } from './demand-facts.ts';
import type { DemandFact } from './full-week.ts';
import type { Slot } from './week.ts';

/** What each demand is made with. */
export type Making = {
  readonly on: SchoolDate;
  readonly slots: readonly Slot[];
  readonly inWeek: ReadonlySet<StaffId>;
  /** What was said by hand, by the key of the run or line that it is about. */
  readonly said: ReadonlyMap<string, DemandFact>;
  readonly knows: (pupilIds: readonly PupilId[]) => ReadonlySet<StaffId>;
  /** The times that pupils must not miss and at which a room is taken by another. */
  readonly taken: (pupilIds: readonly PupilId[], room: string | null) => readonly Taken[];
};

/** How long most lessons are, in minutes. */
export function usualLesson(slots: readonly Slot[]): number {
  const lessons = slots.filter(({ kind }) => kind === 'lesson');
  const byLength = Map.groupBy(lessons, ({ from, until }) => until - from);
  const most = [...byLength].toSorted(([, one], [, other]) => other.length - one.length)[0];
  return most?.[0] ?? 60;
}
