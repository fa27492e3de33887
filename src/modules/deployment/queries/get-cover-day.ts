import type { SchoolDate } from '#src/kernel/dates.ts';
import { StaffId } from '#src/kernel/ids.ts';
import { findCalendarAround, isSchoolDay, schoolDayWhy } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { minuteOfDay } from '../domain/clock-times.ts';
import { type CoverDay, type CoverMove, onlyOwn, weekdayOf } from '../domain/day/cover-day.ts';
import { getWeek, getWholeWeek } from './get-week.ts';
import { listAbsences } from './list-absences.ts';

/** One day as it stands: who is away, the week as it was planned, and what was decided for the day. */
export const getCoverDay = (tx: Tx, on: SchoolDate): Promise<CoverDay> => coverDay(tx, on, getWeek);

/** The day of whoever asks as it stands: what they give, and nothing of anybody else's that did not come to them. */
export async function getOwnDay(tx: Tx, on: SchoolDate): Promise<CoverDay> {
  const day = await coverDay(tx, on, getWholeWeek);
  return onlyOwn(day, tx.scope.actor.personId);
}

async function coverDay(tx: Tx, on: SchoolDate, weekOn: typeof getWeek): Promise<CoverDay> {
  const calendar = await findCalendarAround(tx, { from: on, until: on });
  const { absences, moves, version } = await tx.scope.together({
    absences: (part) => listAbsences(part, { from: on, until: on }),
    moves: (part) => listMoves(part, on),
    version: (part) => findVersion(part, on),
  });
  return {
    on,
    minute: on === tx.scope.today ? minuteOfDay(tx.scope.clock.now()) : 0,
    weekday: isSchoolDay(calendar, on) ? weekdayOf(on) : null,
    why: schoolDayWhy(calendar, on),
    week: await weekOn(tx, on),
    absences,
    moves,
    version,
  };
}

async function findVersion(tx: Tx, on: SchoolDate): Promise<number> {
  const row = await tx
    .selectFrom('coverDays')
    .select('version')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('onDate', '=', on)
    .executeTakeFirst();
  return row?.version ?? 0;
}

async function listMoves(tx: Tx, on: SchoolDate): Promise<readonly CoverMove[]> {
  const rows = await tx
    .selectFrom('coverMoves')
    .select(['coverMoveId', 'demandKey', 'slotKey', 'toSlotKey', 'fromStaffId', 'toStaffId', 'reason'])
    .select(['sessionId', 'runStaffId'])
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('onDate', '=', on)
    .where('withdrawnAt', 'is', null)
    .orderBy('decidedAt')
    .orderBy('coverMoveId')
    .execute();
  return rows.map(({ demandKey, slotKey, toSlotKey, fromStaffId, toStaffId, reason, ...row }) => ({
    ...row,
    demandId: demandKey,
    slotId: slotKey,
    toSlotId: toSlotKey,
    fromStaffId: StaffId.parse(fromStaffId),
    toStaffId: toStaffId === null ? null : StaffId.parse(toStaffId),
    reason: reason === 'adult_absent' ? 'adult_absent' : 'adult_elsewhere',
  }));
}
