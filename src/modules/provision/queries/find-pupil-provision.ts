import { sql } from 'kysely';
import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import { type PupilId, StaffId } from '#src/kernel/ids.ts';
import { calendarOf, isSchoolDay, listYears } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type Ledger, type Lost, ledgerOf, lostIn, sumLedgers } from '../domain/ledger.ts';
import { dayNumber } from '../domain/map/day-number.ts';
import { dueSessions, holdsOnDay, type MapRun } from '../domain/map/map-cells.ts';
import { choosePeriod, frameOf, type MapFrame, type MapPeriod, periodsOf } from '../domain/map/map-frame.ts';
import { unpackCosts, unpackLogged } from '../domain/map/run-line.ts';
import { type Outcome, outcomes, type Slot, tiers } from '../domain/run.ts';
import { lostReasons } from '../domain/session.ts';

const Spell = { fromOn: SchoolDate, untilOn: SchoolDate.nullable() };
const Row = z.object({
  runId: z.string(),
  name: z.string(),
  tier: z.enum(tiers),
  ...Spell,
  logged: z.string().nullable(),
  slots: z.array(
    z.object({
      slotId: z.string(),
      weekday: z.number(),
      startsAt: z.string().nullable(),
      minutes: z.number(),
      ...Spell,
    }),
  ),
  staff: z.array(z.object({ staffId: StaffId, name: z.string(), ...Spell })),
  places: z.array(
    z.object({
      runPupilId: z.string(),
      aim: z.string().nullable(),
      outcome: z.enum(outcomes).nullable(),
      endedWhy: z.string().nullable(),
      nextStep: z.string().nullable(),
      ...Spell,
    }),
  ),
  costs: z.string().nullable(),
  had: z.array(
    z.object({
      on: SchoolDate,
      planned: z.number(),
      minutes: z.number(),
      reason: z.enum(lostReasons.map(({ code }) => code)).nullable(),
    }),
  ),
});
type Row = z.output<typeof Row>;

/** One of a pupil's runs: what it is, what was given of it this year, what it cost the pupil's share. */
export type PupilRun = {
  readonly runId: string;
  readonly name: string;
  readonly slots: readonly Slot[];
  readonly adults: readonly string[];
  readonly places: readonly (Row['places'][number] & { readonly outcome: Outcome | null })[];
  readonly isNow: boolean;
  readonly ledger: Ledger;
  /** Pence spent on the pupil in the year; null for those who may not see it. */
  readonly spent: number | null;
};

export type PupilProvision = {
  /** The year of which minutes and cost are told; null while none is entered. */
  readonly period: MapPeriod | null;
  readonly runs: readonly PupilRun[];
  readonly whole: Ledger;
  readonly reasons: readonly Lost[];
};

/** What a pupil gets and got, in two statements: the runs, and in the year around today what became of their sessions. */
export async function findPupilProvision(tx: Tx, pupilId: PupilId): Promise<PupilProvision> {
  const { actor, today } = tx.scope;
  const years = await listYears(tx);
  const period = choosePeriod(periodsOf(years), { key: '', kind: 'year', today });
  const calendar = calendarOf(years);
  const frame = period === null ? null : frameOf(period, today, (date) => isSchoolDay(calendar, date));
  const rows = await listRows(tx, pupilId, period);
  const seesCost = actor.permissions.has('cost.read') && actor.sees.includes('finance');
  const runs = rows.map((row) => runOf(row, { frame, today, seesCost }));
  const whole = sumLedgers(runs.map(({ ledger }) => ledger));
  return { period, runs, whole, reasons: lostIn(whole) };
}

async function listRows(tx: Tx, pupilId: PupilId, period: MapPeriod | null): Promise<readonly Row[]> {
  const { schoolId } = tx.scope.actor;
  const of = (table: string) =>
    sql`${sql.ref(`${table}.school_id`)} = r.school_id and ${sql.ref(`${table}.run_id`)} = r.run_id`;
  const { rows } = await sql`
    select r.run_id, r.name, r.tier, r.from_on, r.until_on, l.logged, c.weeks as costs,
      (select coalesce(json_agg(json_build_object('slotId', s.slot_id, 'weekday', s.weekday,
        'startsAt', to_char(s.starts_at, 'HH24:MI'), 'minutes', s.minutes, 'fromOn', s.from_on, 'untilOn', s.until_on)
        order by s.weekday), '[]') from run_slots s where ${of('s')} and s.withdrawn_at is null) as slots,
      (select coalesce(json_agg(json_build_object('staffId', a.staff_id, 'fromOn', a.from_on, 'untilOn', a.until_on,
        'name', concat_ws(' ', coalesce(t.title, t.forename), t.surname)) order by a.share), '[]')
        from run_staff a join staff t on t.school_id = a.school_id and t.staff_id = a.staff_id
        where ${of('a')} and a.withdrawn_at is null) as staff,
      (select coalesce(json_agg(json_build_object('runPupilId', p.run_pupil_id, 'fromOn', p.from_on,
        'untilOn', p.until_on, 'aim', p.aim, 'outcome', p.outcome, 'endedWhy', p.ended_why, 'nextStep', p.next_step)
        order by p.from_on), '[]')
        from run_pupils p where ${of('p')} and p.pupil_id = ${pupilId} and p.withdrawn_at is null) as places,
      (select coalesce(json_agg(json_build_object('on', s.on_date, 'planned', s.planned_minutes, 'minutes', h.minutes,
        'reason', h.reason) order by s.on_date), '[]')
        from sessions s
        join session_pupils h on h.school_id = s.school_id and h.session_id = s.session_id and h.pupil_id = ${pupilId}
        where ${of('s')} and s.withdrawn_at is null
          and s.on_date between ${period?.from ?? '2000-01-01'}::date and ${period?.until ?? '2000-01-01'}::date) as had
    from runs r
    left join run_lines l on ${of('l')}
    left join run_cost_lines c on ${of('c')} and c.pupil_id = ${pupilId}
    where r.school_id = ${schoolId} and r.withdrawn_at is null and r.run_id in (
      select run_id from run_pupils
      where school_id = ${schoolId} and pupil_id = ${pupilId} and withdrawn_at is null)
    order by r.from_on desc, r.name`.execute(tx);
  return z.array(Row).parse(rows);
}

type Frame = { readonly frame: MapFrame | null; readonly today: SchoolDate; readonly seesCost: boolean };

function runOf(row: Row, { frame, today, seesCost }: Frame): PupilRun {
  const lasts = (one: { fromOn: SchoolDate; untilOn: SchoolDate | null }) =>
    one.fromOn <= today && (one.untilOn === null || today <= one.untilOn);
  const isNow =
    (row.untilOn === null || row.untilOn >= today) &&
    row.places.some((place) => place.untilOn === null || place.untilOn >= today);
  return {
    runId: row.runId,
    name: row.name,
    slots: row.slots
      .filter((slot) => slot.untilOn === null || slot.untilOn >= today)
      .map((slot) => ({ ...slot, runId: row.runId, place: null, version: 1 })),
    adults: [...new Set(row.staff.filter(lasts).map(({ name }) => name))],
    places: row.places,
    isNow,
    ledger: frame === null ? sumLedgers([]) : accountOf(row, frame),
    spent: seesCost && frame !== null ? spentIn(row.costs ?? '', frame) : null,
  };
}

const days = ({ fromOn, untilOn }: { fromOn: SchoolDate; untilOn: SchoolDate | null }) => ({
  from: dayNumber(fromOn),
  until: untilOn === null ? null : dayNumber(untilOn),
});

function accountOf(row: Row, frame: MapFrame): Ledger {
  const run: Pick<MapRun, 'from' | 'until' | 'slots' | 'logged'> = {
    ...days(row),
    slots: row.slots.map((slot) => ({
      ...days(slot),
      slotId: slot.slotId,
      weekday: slot.weekday,
      minutes: slot.minutes,
    })),
    logged: unpackLogged(row.logged ?? ''),
  };
  const spells = row.places.map(days);
  const open = dueSessions(run, frame)
    .filter(({ day, isLogged }) => !isLogged && spells.some((spell) => holdsOnDay(spell, day)))
    .map(({ day, minutes }) =>
      ledgerOf({ planned: minutes, state: day <= frame.today ? 'notLogged' : 'toCome' }),
    );
  const had = row.had.map(({ planned, minutes, reason }) =>
    ledgerOf({ planned, state: 'logged', given: minutes, reason }),
  );
  return sumLedgers([...open, ...had]);
}

const spentIn = (text: string, { firstWeek, open }: MapFrame): number =>
  unpackCosts(text)
    .costs.filter(({ week }) => week >= firstWeek && week < firstWeek + open.length)
    .reduce((sum, { pence }) => sum + pence, 0);
