import { addDays, plain, type SchoolDate } from '#src/kernel/dates.ts';
import { findCalendarAround, isSchoolDay, schoolDayWhy } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { holdsOn } from '../domain/run.ts';
import type { FullRun } from './list-runs.ts';

/** A day of a run's week on which the school is not open to pupils, and why. */
export type SkippedDay = { readonly on: SchoolDate; readonly why: string };

const ahead = 35;

/** The days of the next five weeks on which a run would meet, were the school open (rule prov-2). */
export async function findSkippedDays(tx: Tx, { run, slots }: FullRun): Promise<readonly SkippedDay[]> {
  const { today } = tx.scope;
  const calendar = await findCalendarAround(tx, { from: today, until: addDays(today, ahead) });
  const days = [...Array(ahead).keys()].map((at) => addDays(today, at));
  return days
    .filter((on) => holdsOn(run, on) && !isSchoolDay(calendar, on))
    .filter((on) => slots.some((slot) => holdsOn(slot, on) && slot.weekday === plain(on).dayOfWeek))
    .map((on) => ({ on, why: schoolDayWhy(calendar, on) }));
}
