import { sql } from 'kysely';
import { z } from 'zod';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { listWeeklyLines } from '#src/modules/ehcp/index.ts';
import { fundingLabel } from '#src/modules/provision/index.ts';
import { needLabel } from '#src/modules/register/index.ts';
import { academicYearBounds, academicYearOf } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { PupilFacts, TimeWorld } from '../domain/insight/time-figures.ts';
import { getWeek } from './get-week.ts';

export type Time = TimeWorld & {
  readonly sharesOf: ReadonlyMap<string, readonly { readonly label: string; readonly basisPoints: number }[]>;
  /** The day in September that the week is set against. */
  readonly beforeOn: SchoolDate;
};

/** The week of today beside that of September, with what is known of its pupils. Statements do not grow with them. */
export async function getTimeWorld(tx: Tx): Promise<Time> {
  const { today } = tx.scope;
  const { from } = academicYearBounds(academicYearOf(today));
  // The middle of September: a timetable has settled, and nobody has joined or left by then unseen.
  const settled = schoolDate(`${from.slice(0, 4)}-09-15`);
  const beforeOn = settled < today ? settled : today;
  const read = await tx.scope.together({
    week: (part) => getWeek(part, today),
    before: (part) => getWeek(part, beforeOn),
    lines: (part) => listWeeklyLines(part, today),
    facts: (part) => listFacts(part, from),
    sharesOf: (part) => listShares(part, today),
  });
  const owed = new Map<PupilId, number>();
  for (const { pupilId, minutes, times } of read.lines)
    owed.set(pupilId, (owed.get(pupilId) ?? 0) + minutes * times);
  const before = read.before.placements.length === 0 ? null : read.before;
  return { ...read, before, owed, beforeOn };
}

const Fact = z.object({
  pupilId: PupilId,
  need: z.string().nullable(),
  due: z.coerce.number().int(),
  had: z.coerce.number().int(),
  lost: z.coerce.number().int(),
});

async function listFacts(tx: Tx, from: SchoolDate): Promise<ReadonlyMap<PupilId, PupilFacts>> {
  const { schoolId } = tx.scope.actor;
  const { rows } = await sql`
    select l.pupil_id, l.need_types[1] as need, coalesce(t.due, 0) as due, coalesce(t.had, 0) as had,
      coalesce(t.lost, 0) as lost
    from register_lines l
    left join (
      select p.pupil_id, sum(s.planned_minutes) as due, sum(least(p.minutes, s.planned_minutes)) as had,
        sum(case when p.reason in ('adult_absent', 'adult_elsewhere') then s.planned_minutes else 0 end) as lost
      from sessions s join session_pupils p on p.school_id = s.school_id and p.session_id = s.session_id
      where s.school_id = ${schoolId} and s.withdrawn_at is null and s.on_date >= ${from}::date
      group by p.pupil_id) t on t.pupil_id = l.pupil_id
    where l.school_id = ${schoolId}`.execute(tx);
  return new Map(
    z
      .array(Fact)
      .parse(rows)
      .map(({ pupilId, need, due, had, lost }) => [
        pupilId,
        { need: need === null ? null : needLabel(need), due, had, lostByAdults: lost },
      ]),
  );
}

const Share = z.object({ runId: z.string(), source: z.string(), basisPoints: z.int() });

/** Who pays for a run on a day. Finance’s own: others get nothing. */
async function listShares(tx: Tx, on: SchoolDate): Promise<Time['sharesOf']> {
  const { rows } = await sql`
    select f.run_id, f.source, f.basis_points from run_funding f
    where f.school_id = ${tx.scope.actor.schoolId} and f.basis_points > 0 and f.from_on = (
      select max(n.from_on) from run_funding n
      where n.school_id = f.school_id and n.run_id = f.run_id and n.from_on <= ${on}::date)`.execute(tx);
  const shares = z.array(Share).parse(rows);
  return new Map(
    [...Map.groupBy(shares, ({ runId }) => runId)].map(([runId, some]) => [
      runId,
      some.map(({ source, basisPoints }) => ({ label: fundingLabel(source), basisPoints })),
    ]),
  );
}
