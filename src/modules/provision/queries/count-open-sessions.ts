import { sql } from 'kysely';
import { addDays, type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import type { SchoolCalendar } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { stillOpen } from '../domain/ledger.ts';
import { type PlannedSession, plannedSessions } from '../domain/planned.ts';
import { lookBack } from './list-day.ts';
import { openDaysOf } from './list-school-days.ts';

export type NamedSession = PlannedSession & { readonly name: string };

/** What Today says of sessions: those of today that are one's own and open, and how many of before nobody logged. */
export type OpenSessions = {
  readonly today: readonly NamedSession[];
  readonly notLogged: number;
  /** The oldest day of those. */
  readonly since: SchoolDate | null;
};

type Row = {
  runId: string;
  name: string;
  runPlace: string | null;
  slotId: string;
  weekday: number;
  startsAt: string | null;
  minutes: number;
  place: string | null;
  fromOn: string;
  untilOn: string | null;
  isMine: boolean;
  logged: string[];
};

/**
 * The sessions that wait for somebody to say what became of them, over the last two weeks: one’s own, and for those who see
 * the whole school everybody’s. One statement; the calendar is handed in.
 */
export async function countOpenSessions(tx: Tx, calendar: SchoolCalendar): Promise<OpenSessions> {
  const { actor, today } = tx.scope;
  const from = addDays(today, -lookBack);
  const { rows } = await sql<Row>`
    select r.run_id, r.name, r.place as run_place, s.slot_id, s.weekday, to_char(s.starts_at, 'HH24:MI') as starts_at,
      s.minutes, s.place, greatest(r.from_on, s.from_on) as from_on, least(r.until_on, s.until_on) as until_on,
      exists (select from run_staff a join staff t on t.school_id = a.school_id and t.staff_id = a.staff_id
        where a.school_id = r.school_id and a.run_id = r.run_id and a.withdrawn_at is null
          and a.from_on <= ${today}::date and coalesce(a.until_on >= ${today}::date, true)
          and t.person_id = ${actor.personId}) as is_mine,
      array(select x.on_date::text from sessions x where x.school_id = s.school_id and x.slot_id = s.slot_id
        and x.on_date >= ${from}::date and x.withdrawn_at is null) as logged
    from runs r
    join run_slots s on s.school_id = r.school_id and s.run_id = r.run_id and s.withdrawn_at is null
    where r.school_id = ${actor.schoolId} and r.withdrawn_at is null
      and r.from_on <= ${today}::date and coalesce(r.until_on >= ${from}::date, true)
      and exists (select from run_pupils p where p.school_id = r.school_id and p.run_id = r.run_id
        and p.withdrawn_at is null and p.from_on <= ${today}::date)`.execute(tx);
  const days = openDaysOf(calendar, from, today);
  const open = rows
    .filter((row) => row.isMine || actor.reach === 'school')
    .flatMap((row) => {
      const slot = slotOf(row);
      const run = {
        runId: row.runId,
        place: row.runPlace,
        isWithdrawn: false,
        fromOn: slot.fromOn,
        untilOn: slot.untilOn,
      };
      const planned = plannedSessions(run, [slot], { days, from, until: today });
      const logged = row.logged.map((on) => ({ slotId: row.slotId, on: schoolDate(on) }));
      return stillOpen({ planned, logged }).map((one) => ({ ...one, name: row.name, isMine: row.isMine }));
    });
  const late = open.filter(({ on }) => on < today);
  return {
    today: open
      .filter(({ on, isMine }) => on === today && isMine)
      .toSorted((one, other) => ((one.startsAt ?? '99') < (other.startsAt ?? '99') ? -1 : 1)),
    notLogged: late.length,
    since: late.map(({ on }) => on).toSorted()[0] ?? null,
  };
}

const slotOf = (row: Row) => ({
  slotId: row.slotId,
  runId: row.runId,
  weekday: row.weekday,
  startsAt: row.startsAt,
  minutes: row.minutes,
  place: row.place,
  fromOn: schoolDate(row.fromOn),
  untilOn: row.untilOn === null ? null : schoolDate(row.untilOn),
  version: 1,
});
