import { sql } from 'kysely';
import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import { PupilId, StaffId } from '#src/kernel/ids.ts';
import { once } from '#src/kernel/once.ts';
import { isSchoolDay, type SchoolCalendar } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { shippedEntries } from '../domain/catalogue.ts';
import { schoolsOwnPartPence } from '../domain/cost.ts';
import { dayOfNumber } from '../domain/map/day-number.ts';
import type { MapPlace, MapRun } from '../domain/map/map-cells.ts';
import type { CostLines, Threshold } from '../domain/map/map-costs.ts';
import type { Opened } from '../domain/map/map-filter.ts';
import { frameOf, type MapFrame, type MapPeriod } from '../domain/map/map-frame.ts';
import {
  packDay,
  unpackCosts,
  unpackLogged,
  unpackSpells,
  unpackWeeks,
  type Weeks,
} from '../domain/map/run-line.ts';
import type { MapPupil, MapSources } from '../domain/map/run-node.ts';
import { type TierWords, tierWords } from '../domain/provision-words.ts';
import { areas, charges, fundingSources, tiers } from '../domain/run.ts';

/** Days are numbers already, as `dayNumber` makes them. */
const Days = { from: z.number(), until: z.number().nullable() };
const School = z.object({
  runs: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      tier: z.enum(tiers),
      areas: z.array(z.enum(areas)),
      charge: z.enum(charges),
      entryKey: z.string().nullable(),
      entryId: z.string().nullable(),
      ...Days,
      weeks: z.string().nullable(),
      logged: z.string().nullable(),
    }),
  ),
  slots: z.array(
    z.object({ run: z.string(), slotId: z.string(), weekday: z.number(), minutes: z.number(), ...Days }),
  ),
  staff: z.array(z.object({ run: z.string(), staffId: StaffId, name: z.string(), ...Days })),
  funding: z.array(
    z.object({ run: z.string(), from: z.number(), source: z.enum(fundingSources), basisPoints: z.number() }),
  ),
  expenses: z.array(z.object({ run: z.string(), day: z.number(), pence: z.number() })),
  rates: z.array(z.object({ staffId: StaffId, pencePerHour: z.number(), ...Days })),
  thresholds: z.array(z.object({ fromOn: SchoolDate, pence: z.number() })),
  entries: z.array(z.object({ id: z.string(), seedKey: z.string().nullable(), name: z.string() })),
  tiers: z.object({ universal: z.string(), targeted: z.string(), specialist: z.string() }).nullable(),
});
type School = z.output<typeof School>;

const firstDay = dayOfNumber(0);
const number = (date: string) => `${date} - date '${firstDay}'`;

/** Everything but the pupils, in one statement: a wall leaves the lists of money empty for those who may not see it. */
async function findSchool(tx: Tx, { from, until }: MapPeriod): Promise<School> {
  const { schoolId } = tx.scope.actor;
  const own = sql`school_id = ${schoolId}::uuid`;
  const lasts = sql`from_on <= ${until}::date and coalesce(until_on >= ${from}::date, true)`;
  const list = (columns: string, rest: ReturnType<typeof sql>) =>
    sql`(select coalesce(json_agg(json_build_object(${sql.raw(columns)})), '[]') ${rest})`;
  const days = `'from', ${number('t.from_on')}, 'until', ${number('t.until_on')}`;
  const ofRuns = sql`from run_staff where ${own} and withdrawn_at is null`;
  const { rows } = await sql`select
    ${list(
      `'id', t.run_id, 'name', t.name, 'tier', t.tier, 'areas', t.areas, 'charge', t.charge, 'entryKey', t.entry_key,
       'entryId', t.entry_id, ${days}, 'weeks', l.weeks, 'logged', l.logged`,
      sql`from (select * from runs where ${own} and withdrawn_at is null and ${lasts} order by name, run_id) t
        left join run_lines l on l.school_id = t.school_id and l.run_id = t.run_id`,
    )} as runs,
    ${list(`'run', t.run_id, 'slotId', t.slot_id, 'weekday', t.weekday, 'minutes', t.minutes, ${days}`, sql`from run_slots t where ${own} and withdrawn_at is null and ${lasts}`)} as slots,
    ${list(
      `'run', t.run_id, 'staffId', t.staff_id, 'name', concat_ws(' ', coalesce(s.title, s.forename), s.surname), ${days}`,
      sql`from run_staff t join staff s on s.school_id = t.school_id and s.staff_id = t.staff_id
        where t.school_id = ${schoolId}::uuid and t.withdrawn_at is null`,
    )} as staff,
    ${list(`'run', t.run_id, 'from', ${number('t.from_on')}, 'source', t.source, 'basisPoints', t.basis_points`, sql`from (select * from run_funding where ${own} order by source) t`)} as funding,
    ${list(`'run', t.run_id, 'day', ${number('t.on_date')}, 'pence', t.pence`, sql`from run_costs t where ${own} and withdrawn_at is null and on_date between ${from}::date and ${until}::date`)} as expenses,
    ${list(`'staffId', t.staff_id, 'pencePerHour', t.pence_per_hour, ${days}`, sql`from cost_rates t where ${own} and withdrawn_at is null and staff_id in (select staff_id ${ofRuns})`)} as rates,
    ${list(`'fromOn', t.from_on, 'pence', t.pence`, sql`from (select * from provision_thresholds where ${own} order by from_on) t`)} as thresholds,
    ${list(`'id', t.entry_id, 'seedKey', t.seed_key, 'name', t.name`, sql`from provision_entries t where ${own}`)} as entries,
    (select json_build_object('universal', universal_name, 'targeted', targeted_name, 'specialist', specialist_name)
      from provision_settings where ${own}) as tiers`.execute(tx);
  return School.parse(rows[0]);
}

const shipped = new Map(shippedEntries.map((entry) => [entry.seedKey, entry.name]));

function runsOf(school: School, inFrame: Weeks): readonly MapRun[] {
  const slots = Map.groupBy(school.slots, ({ run }) => run);
  const staff = Map.groupBy(school.staff, ({ run }) => run);
  const funding = Map.groupBy(school.funding, ({ run }) => run);
  const expenses = Map.groupBy(school.expenses, ({ run }) => run);
  const entries = new Map(
    school.entries.flatMap(
      ({ id, seedKey, name }) =>
        [
          [id, { key: seedKey ?? id, name }],
          ...(seedKey === null ? [] : [[seedKey, { key: seedKey, name }] as const]),
        ] as const,
    ),
  );
  return school.runs.map((run) => ({
    runId: run.id,
    name: run.name,
    from: run.from,
    until: run.until,
    tier: run.tier,
    areas: run.areas,
    charge: run.charge,
    entry: entries.get(run.entryId ?? run.entryKey ?? '') ?? entryOf(run.entryKey),
    slots: slots.get(run.id) ?? [],
    staff: staff.get(run.id) ?? [],
    weeks: unpackWeeks(run.weeks ?? '', inFrame),
    logged: unpackLogged(run.logged ?? '', inFrame),
    funding: funding.get(run.id) ?? [],
    expenses: expenses.get(run.id) ?? [],
  }));
}

function entryOf(key: string | null) {
  const name = key === null ? undefined : shipped.get(key);
  return key === null || name === undefined ? null : { key, name };
}

/** The pupils of the map, by the id as the database writes it. */
type Pupils = ReadonlyMap<string, MapPupil>;
type PupilRow = {
  readonly pupil_id: string;
  readonly surname: string;
  readonly forename: string;
  readonly year_group: string | null;
  readonly year_rank: number;
  readonly class_name: string | null;
  readonly needs: string;
};

/** Whoever is in a run, and whoever bears a part of the cost of one that is open. */
async function listPupils(tx: Tx, { runIds, opened }: Asked): Promise<Pupils> {
  const { schoolId, sees } = tx.scope.actor;
  // Finance see whose cost it is, and neither needs nor the register.
  const lines = sees.includes('staff')
    ? sql`array_to_string(need_types, ' ') as needs from register_lines`
    : sql`'' as needs from pupil_lines`;
  const { rows } = await sql<PupilRow>`
    select pupil_id, surname, forename, year_group, year_rank, class_name, ${lines}
    where school_id = ${schoolId} and pupil_id in (
      select pupil_id from run_pupil_lines where school_id = ${schoolId} and run_id = any(${runIds}::uuid[])
      union all select pupil_id from run_cost_lines
      where school_id = ${schoolId} and run_id = any(${opened}::uuid[]) and pupil_id is not null)`.execute(
    tx.withoutPlugins(),
  );
  return new Map(
    rows.map((row) => [
      row.pupil_id,
      {
        pupilId: PupilId.parse(row.pupil_id),
        surname: row.surname,
        forename: row.forename,
        yearGroup: row.year_group,
        yearRank: row.year_rank,
        className: row.class_name,
        needTypes: row.needs === '' ? [] : row.needs.split(' '),
      },
    ]),
  );
}

type Asked = {
  readonly runIds: readonly string[];
  readonly opened: readonly string[];
  readonly inFrame: Weeks;
  readonly frame: MapFrame;
};

type PlaceRow = {
  readonly run_id: string;
  readonly pupil_id: string;
  readonly spells: string;
  readonly weeks: string;
};

async function listPlaces(
  tx: Tx,
  { runIds, opened, inFrame, frame }: Asked,
  pupils: Pupils,
): Promise<readonly MapPlace[]> {
  // Of a closed run it is asked who is in it, and no more: that goes before their weeks for whoever came before the end of
  // the time and has not left. Codes of days are of one length, and compare as the days do.
  const isSurelyIn = sql`(spells ~ '^!?[0-9a-z]{3}-$' and ltrim(spells, '!') collate "C" < ${packDay(frame.until + 1)})`;
  const { rows } = await sql<PlaceRow>`
    select run_id, pupil_id, spells,
      case when run_id = any(${opened}::uuid[]) or not ${isSurelyIn} then weeks else '' end as weeks
    from run_pupil_lines
    where school_id = ${tx.scope.actor.schoolId} and run_id = any(${runIds}::uuid[])
    order by run_id, pupil_id`.execute(tx.withoutPlugins());
  return rows.map((row) => ({
    runId: row.run_id,
    pupilId: idOf(pupils, row.pupil_id),
    spells: unpackSpells(row.spells),
    weeks: once(() => unpackWeeks(row.weeks, inFrame)),
  }));
}

/** What names a pupil many times is not checked each time. */
const idOf = (pupils: Pupils, id: string): PupilId => pupils.get(id)?.pupilId ?? PupilId.parse(id);

async function listCostLines(
  tx: Tx,
  { runIds, opened, inFrame }: Asked,
  pupils: Pupils,
): Promise<ReadonlyMap<string, CostLines>> {
  const { rows } = await sql<{ run_id: string; pupil_id: string | null; weeks: string }>`
    select run_id, pupil_id, weeks from run_cost_lines
    where school_id = ${tx.scope.actor.schoolId} and run_id = any(${runIds}::uuid[])
      and (pupil_id is null or run_id = any(${opened}::uuid[]))`.execute(tx.withoutPlugins());
  return new Map(
    [...Map.groupBy(rows, ({ run_id }) => run_id)].map(([runId, some]) => [
      runId,
      new Map(
        some.map(({ pupil_id, weeks }) => [
          pupil_id === null ? null : idOf(pupils, pupil_id),
          once(() => unpackCosts(weeks, inFrame)),
        ]),
      ),
    ]),
  );
}

export type ProvisionMap = MapSources & {
  readonly period: MapPeriod;
  /** In order of their first day, the shipped one before them. */
  readonly thresholds: readonly Threshold[];
};

/**
 * All that the map of a period is made of: four statements, or three for those who may not see what things cost, however
 * many runs and pupils there are. Somebody who reaches single pupils gets the runs of these alone.
 */
export async function findProvisionMap(
  tx: Tx,
  {
    period,
    calendar,
    opened,
  }: { readonly period: MapPeriod; readonly calendar: SchoolCalendar; readonly opened: Opened },
): Promise<ProvisionMap> {
  const { actor, today } = tx.scope;
  const school = await findSchool(tx, period);
  const frame = frameOf(period, today, (date) => isSchoolDay(calendar, date));
  const inFrame = { from: frame.firstWeek, until: frame.firstWeek + frame.open.length - 1 };
  const all = runsOf(school, inFrame);
  const runIds = all.map(({ runId }) => runId);
  // What a run costs as a whole is for those who see the whole school.
  const seesMoney =
    actor.reach === 'school' && actor.permissions.has('cost.read') && actor.sees.includes('finance');
  const asked = {
    runIds,
    frame,
    inFrame,
    opened: opened === 'all' ? runIds : runIds.filter((runId) => opened.includes(runId)),
  };
  const pupils = await listPupils(tx, asked);
  const places = await listPlaces(tx, asked, pupils);
  const lines = seesMoney ? await listCostLines(tx, asked, pupils) : null;
  const withPupils = new Set(places.map(({ runId }) => runId));
  return {
    period,
    frame,
    runs: actor.reach === 'school' ? all : all.filter(({ runId }) => withPupils.has(runId)),
    places,
    pupils: new Map([...pupils.values()].map((pupil) => [pupil.pupilId, pupil])),
    tierWords: tierWordsOf(school.tiers),
    opened,
    money: lines === null ? null : { lines, ratesOf: Map.groupBy(school.rates, ({ staffId }) => staffId) },
    thresholds: [
      { fromOn: SchoolDate.parse('2013-04-01'), pence: schoolsOwnPartPence },
      ...school.thresholds,
    ],
  };
}

const tierWordsOf = (own: TierWords | null): TierWords => own ?? tierWords;
