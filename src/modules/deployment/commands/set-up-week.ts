import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import { newId, type StaffId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Span } from '../domain/clock-times.ts';
import { deploymentEvents } from '../domain/deployment.events.ts';
import type { AdultFact, SchoolWeekFact } from '../domain/full-week.ts';
import { type DaySlot, writeSchoolDay } from '../domain/school-day.ts';

const record = recorder(deploymentEvents);

const writtenOf = (slots: readonly DaySlot[]) =>
  slots.map(({ day, from, until, kind }) => ({ weekday: day, fromMinute: from, untilMinute: until, kind }));

/**
 * Sets the school day from a day on. One that begins on the same day is withdrawn, an earlier one holds until the day before.
 * False when nothing is another.
 */
export async function setSchoolWeek(
  tx: Tx,
  held: SchoolWeekFact | null,
  given: { readonly fromOn: SchoolDate; readonly slots: readonly DaySlot[]; readonly travelMinutes: number },
): Promise<Result<boolean, 'stale'>> {
  const { actor, clock } = tx.scope;
  const at = clock.now().getTime();
  const [before, after] = [
    held === null ? null : writeSchoolDay(held.slots),
    writeSchoolDay(writtenOf(given.slots)),
  ];
  if (before === after && held?.travelMinutes === given.travelMinutes) return done(false);
  const same = await tx
    .updateTable('schoolWeeks')
    .set((eb) => ({ withdrawnAt: clock.now(), version: eb('version', '+', 1) }))
    .where('schoolId', '=', actor.schoolId)
    .where('fromOn', '=', given.fromOn)
    .where('withdrawnAt', 'is', null)
    .returning(['schoolWeekId', 'version'])
    .executeTakeFirst();
  // Somebody else set this very day since the form was drawn.
  if (same !== undefined && (same.schoolWeekId !== held?.schoolWeekId || same.version !== held.version + 1))
    return refused('stale');
  const schoolWeekId = newId(at);
  const { fromOn, travelMinutes } = given;
  await tx
    .insertInto('schoolWeeks')
    .values({ schoolId: actor.schoolId, schoolWeekId, fromOn, travelMinutes })
    .execute();
  await tx
    .insertInto('weekSlots')
    .values(
      writtenOf(given.slots).map((slot) => ({
        ...slot,
        schoolId: actor.schoolId,
        schoolWeekId,
        slotId: newId(at),
      })),
    )
    .execute();
  const changes = {
    day: { before, after },
    travelMinutes: { before: held?.travelMinutes ?? null, after: travelMinutes },
    fromOn: { before: held?.fromOn ?? null, after: fromOn },
  };
  await record(tx, { type: 'SchoolWeekSet', audience: 'staff', subjectId: schoolWeekId, changes });
  return done(true);
}

export type AdultWeekGiven = {
  readonly staffId: StaffId;
  readonly fromOn: SchoolDate;
  readonly days: readonly { readonly weekday: number; readonly spans: readonly Span[] }[];
  readonly inARow: number | null;
  readonly siteId: string | null;
};

/** Sets when an adult is there from a day on; what was said before holds until the day before it. */
export async function setAdultWeek(
  tx: Tx,
  held: Pick<AdultFact, 'adultWeekId' | 'fromOn' | 'version' | 'times'> | null,
  given: AdultWeekGiven,
): Promise<Result<string, 'stale' | 'before_held'>> {
  const { actor, clock } = tx.scope;
  if (held !== null && given.fromOn < held.fromOn) return refused('before_held');
  const isSameDay = held?.fromOn === given.fromOn;
  const limits = { mostInRow: given.inARow, siteId: given.siteId };
  const adultWeekId = isSameDay && held !== null ? held.adultWeekId : newId(clock.now().getTime());
  if (held !== null) {
    const set = isSameDay ? limits : { untilOn: addDays(given.fromOn, -1) };
    const { numUpdatedRows } = await tx
      .updateTable('adultWeeks')
      .set({ ...set, version: held.version + 1 })
      .where('schoolId', '=', actor.schoolId)
      .where('adultWeekId', '=', held.adultWeekId)
      .where('version', '=', held.version)
      .executeTakeFirst();
    if (numUpdatedRows !== 1n) return refused('stale');
  }
  const of = { schoolId: actor.schoolId, adultWeekId };
  if (isSameDay)
    await tx
      .deleteFrom('adultTimes')
      .where('schoolId', '=', actor.schoolId)
      .where('adultWeekId', '=', adultWeekId)
      .execute();
  else
    await tx
      .insertInto('adultWeeks')
      .values({ ...of, staffId: given.staffId, fromOn: given.fromOn, ...limits })
      .execute();
  const times = given.days.flatMap(({ weekday, spans }) =>
    spans.map(({ from, until }) => ({ weekday, fromMinute: from, untilMinute: until })),
  );
  if (times.length > 0)
    await tx
      .insertInto('adultTimes')
      .values(times.map((time) => ({ ...of, ...time, adultTimeId: newId() })))
      .execute();
  const changes = {
    times: { before: held?.times ?? null, after: times },
    inARow: { before: null, after: given.inARow },
    fromOn: { before: held?.fromOn ?? null, after: given.fromOn },
  };
  await record(tx, { type: 'AdultWeekSet', audience: 'staff', subjectId: given.staffId, changes });
  return done(adultWeekId);
}

/** Takes an adult out of the week after a last day; what was placed with them has no home from then on. */
export async function endAdultWeek(
  tx: Tx,
  held: Pick<AdultFact, 'adultWeekId' | 'fromOn' | 'version' | 'staffId'>,
  untilOn: SchoolDate,
): Promise<Result<null, 'stale' | 'before_start'>> {
  if (untilOn < held.fromOn) return refused('before_start');
  const { numUpdatedRows } = await tx
    .updateTable('adultWeeks')
    .set({ untilOn, version: held.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('adultWeekId', '=', held.adultWeekId)
    .where('version', '=', held.version)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('stale');
  const changes = { untilOn: { before: null, after: untilOn } };
  await record(tx, { type: 'AdultWeekEnded', audience: 'staff', subjectId: held.staffId, changes });
  return done(null);
}
