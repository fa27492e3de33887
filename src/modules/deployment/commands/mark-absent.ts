import { addDays } from '#src/kernel/dates.ts';
import { newId, type StaffId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { findCalendarAround, isSchoolDay } from '#src/modules/school/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { coverEvents } from '../domain/cover.events.ts';
import { type Absence, type AbsenceFault, type AbsenceTimes, absenceFault } from '../domain/day/absence.ts';
import { meet } from '../domain/day/day-plan.ts';
import { listAbsences } from '../queries/list-absences.ts';

const record = recorder(coverEvents);

/** Who is marked already, and as what. */
export type MarkRefusal = AbsenceFault | 'nobody';
export type Marked = { readonly marked: readonly StaffId[]; readonly already: readonly Absence[] };

/**
 * Marks adults as away. Whoever is marked already at some of these times is left as they are, and named: marking the same
 * absence twice changes nothing.
 */
export async function markAbsent(
  tx: Tx,
  given: AbsenceTimes & { readonly staffIds: readonly StaffId[] },
): Promise<Result<Marked, MarkRefusal>> {
  const { staffIds, ...times } = given;
  const { actor, clock, today } = tx.scope;
  const isOrdered = times.fromOn <= times.untilOn && times.untilOn <= addDays(times.fromOn, 400);
  const calendar = isOrdered
    ? await findCalendarAround(tx, { from: times.fromOn, until: times.untilOn })
    : null;
  const isOpen = (day: Parameters<typeof isSchoolDay>[1]) => calendar === null || isSchoolDay(calendar, day);
  const fault = absenceFault(times, { today, isOpen });
  if (fault !== null) return refused(fault);
  const held = await listAbsences(tx, { from: times.fromOn, until: times.untilOn });
  const already = held.filter((one) => staffIds.includes(one.staffId) && meet(spanOf(one), spanOf(times)));
  const marked = [...new Set(staffIds)].filter((staffId) => already.every((one) => one.staffId !== staffId));
  if (marked.length === 0) return already.length === 0 ? refused('nobody') : done({ marked, already });
  const [at] = [clock.now().getTime()];
  await tx
    .insertInto('absences')
    .values(
      marked.map((staffId) => ({
        schoolId: actor.schoolId,
        absenceId: newId(at),
        staffId,
        ...times,
        markedBy: actor.personId,
      })),
    )
    .execute();
  const changes = {
    staffIds: { before: null, after: marked },
    fromOn: { before: null, after: times.fromOn },
    untilOn: { before: null, after: times.untilOn },
  };
  await record(tx, { type: 'AbsencesMarked', audience: 'notes', changes });
  return done({ marked, already });
}

const spanOf = ({ fromMinute, untilMinute }: AbsenceTimes) => ({ from: fromMinute, until: untilMinute });

/** Takes an absence back: the adult is at work after all. What others took over meanwhile stays until that is taken back. */
export async function takeBackAbsence(tx: Tx, absence: Absence): Promise<Result<null, 'stale'>> {
  const { numUpdatedRows } = await tx
    .updateTable('absences')
    .set({ withdrawnAt: tx.scope.clock.now(), version: absence.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('absenceId', '=', absence.absenceId)
    .where('version', '=', absence.version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows !== 1n) return refused('stale');
  const changes = { staffId: { before: absence.staffId, after: null } };
  await record(tx, { type: 'AbsenceTakenBack', audience: 'notes', subjectId: absence.absenceId, changes });
  return done(null);
}
