import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { SchoolDate } from '#src/kernel/dates.ts';
import { newId, PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { type CostedSession, drawRunLines, type LineSources } from '../domain/map/draw-run-lines.ts';
import type { RunLines } from '../domain/map/run-line.ts';
import { charges, fundingSources } from '../domain/run.ts';
import { lostReasons } from '../domain/session.ts';

const sessionEvents = ['SessionLogged', 'SessionChanged', 'SessionUndone'];
const placeEvents = ['PupilPutInRun', 'PupilTakenOutOfRun', 'PupilsPlaceInRunWithdrawn'];
/**
 * After these, lines of runs may read otherwise of which no session and no pupil was touched. A pupil whose records go at
 * the end of their time takes their own lines along; what the others got and cost stays as it was.
 */
const wideEvents = [
  'RunStarted',
  'RunChanged',
  'RunFundingSet',
  'RateSet',
  'AudienceChanged',
  'ImportUndone',
  'ImportCommitted',
];

/**
 * Draws anew the lines of the runs that this transaction changed, once, before the commit, after their sessions were costed.
 * A session knows the version that the lines were last drawn from, so that none can be forgotten.
 */
export async function refreshRunLines(tx: Tx): Promise<void> {
  const { happened, touchedPupils } = tx.scope;
  const has = (types: readonly string[]) => types.some((type) => happened.has(type));
  if (has(wideEvents)) return refreshAllRunLines(tx);
  if (!has([...sessionEvents, ...placeEvents])) return;
  const { schoolId } = tx.scope.actor;
  const runIds = await takeChanged(tx);
  if (has(placeEvents) && touchedPupils.size > 0) {
    const { rows } = await sql<{ runId: string }>`
      select distinct run_id from run_pupils
      where school_id = ${schoolId} and pupil_id = any(${[...touchedPupils]}::uuid[])`.execute(tx);
    for (const { runId } of rows) runIds.add(runId);
  }
  if (runIds.size > 0) await drawLines(tx, [...runIds]);
}

/** Draws every line of the school anew: after many sessions were brought in at once, and in the night. */
export async function refreshAllRunLines(tx: Tx): Promise<void> {
  await takeChanged(tx);
  await drawLines(tx, null);
}

/** The runs with a session that the lines do not hold as it is now, and notes that they will. */
async function takeChanged(tx: Tx): Promise<Set<string>> {
  const stands = sql`(case when withdrawn_at is null then version else 0 end)`;
  const { rows } = await sql<{ runId: string }>`
    update sessions set lined_version = ${stands}
    where school_id = ${tx.scope.actor.schoolId} and lined_version is distinct from ${stands}
    returning run_id`.execute(tx);
  return new Set(rows.map(({ runId }) => runId));
}

const Read = z.object({
  runId: z.string(),
  charge: z.enum(charges),
  places: z.array(
    z.object({
      pupilId: PupilId,
      fromOn: SchoolDate,
      untilOn: SchoolDate.nullable(),
      bearsCost: z.boolean(),
      audience: z.string(),
    }),
  ),
  funding: z.array(z.object({ source: z.enum(fundingSources), basisPoints: z.number(), fromOn: SchoolDate })),
});
type Read = z.output<typeof Read>;
type Drawn = { readonly runId: string; readonly lines: RunLines; readonly audienceOf: Map<string, string> };

/** Two who change one run at the same time wait for each other here, so that the second sees what the first wrote. */
async function drawLines(tx: Tx, runIds: readonly string[] | null): Promise<void> {
  const { schoolId } = tx.scope.actor;
  const among: RawBuilder<unknown> =
    runIds === null ? sql`true` : sql`r.run_id = any(${[...runIds]}::uuid[])`;
  await sql`
    select from runs r where r.school_id = ${schoolId} and ${among}
    order by r.run_id for no key update`.execute(tx);
  const { rows } = await sql`
    select r.run_id, r.charge,
      (select coalesce(json_agg(json_build_object('pupilId', p.pupil_id, 'fromOn', p.from_on, 'untilOn', p.until_on,
        'bearsCost', p.bears_cost, 'audience', p.audience)), '[]') from run_pupils p
        where p.school_id = r.school_id and p.run_id = r.run_id and p.withdrawn_at is null) as places,
      (select coalesce(json_agg(json_build_object('source', f.source, 'basisPoints', f.basis_points,
        'fromOn', f.from_on) order by f.source), '[]') from run_funding f
        where f.school_id = r.school_id and f.run_id = r.run_id) as funding
    from runs r where r.school_id = ${schoolId} and ${among}`.execute(tx);
  const runs = z.array(Read).parse(rows);
  const sessions = await listCosted(tx, among);
  const drawn = runs.map((run): Drawn => {
    const sources: LineSources = { ...run, sessions: sessions.get(run.runId) ?? [] };
    return { runId: run.runId, lines: drawRunLines(sources), audienceOf: audiencesOf(run) };
  });
  await writeLines(tx, drawn);
}

const rank = ['plans', 'sensitive', 'leaders'];

/** Of several times in a run, the narrowest audience holds for the line. */
function audiencesOf({ places }: Read): Map<string, string> {
  const found = new Map<string, string>();
  for (const { pupilId, audience } of places) {
    const was = found.get(pupilId) ?? 'plans';
    found.set(pupilId, rank.indexOf(audience) > rank.indexOf(was) ? audience : was);
  }
  return found;
}

const states = ['present', 'absent', 'missed'] as const;
const reasons = lostReasons.map(({ code }) => code);
const Session = z.object({
  runId: z.string(),
  slotId: z.string().nullable(),
  on: SchoolDate,
  plannedMinutes: z.number(),
  minutesHeld: z.number(),
  isExtra: z.boolean(),
  reason: z.enum(reasons).nullable(),
  pence: z.coerce.number(),
  unratedMinutes: z.coerce.number(),
  pupils: z.array(
    z.object({
      pupilId: PupilId,
      state: z.enum(states),
      reason: z.enum(reasons).nullable(),
      minutes: z.number(),
    }),
  ),
});

async function listCosted(
  tx: Tx,
  among: RawBuilder<unknown>,
): Promise<ReadonlyMap<string, readonly CostedSession[]>> {
  const { rows } = await sql`
    select r.run_id, s.slot_id, s.on_date as "on", s.planned_minutes, s.minutes_held, s.is_extra, s.reason,
      coalesce(c.pence, 0) as pence, coalesce(c.unrated, 0) as unrated_minutes, coalesce(p.pupils, '[]') as pupils
    from runs r
    join sessions s on s.school_id = r.school_id and s.run_id = r.run_id and s.withdrawn_at is null
    left join lateral (
      select sum(c.pence) as pence, sum(c.minutes) filter (where c.pence is null) as unrated from session_costs c
      where c.school_id = s.school_id and c.session_id = s.session_id) c on true
    left join lateral (
      select json_agg(json_build_object('pupilId', p.pupil_id, 'state', p.state, 'reason', p.reason,
        'minutes', p.minutes)) as pupils from session_pupils p
      where p.school_id = s.school_id and p.session_id = s.session_id) p on true
    where r.school_id = ${tx.scope.actor.schoolId} and ${among}
    order by s.on_date, s.session_id`.execute(tx);
  return Map.groupBy(z.array(Session).parse(rows), ({ runId }) => runId);
}

/** Writes what is not as it was, and takes away the lines of pupils of whom nothing is left in a run. */
async function writeLines(tx: Tx, drawn: readonly Drawn[]): Promise<void> {
  const { schoolId } = tx.scope.actor;
  const runs = JSON.stringify(
    drawn.map(({ runId, lines }) => ({ run_id: runId, weeks: lines.weeks, logged: lines.logged })),
  );
  await sql`
    insert into run_lines (school_id, run_id, weeks, logged)
    select ${schoolId}::uuid, n.run_id, n.weeks, n.logged
    from json_to_recordset(${runs}::json) as n (run_id uuid, weeks text, logged text)
    on conflict (school_id, run_id) do update set weeks = excluded.weeks, logged = excluded.logged
    where (run_lines.weeks, run_lines.logged) is distinct from (excluded.weeks, excluded.logged)`.execute(tx);
  const pupils = JSON.stringify(
    drawn.flatMap(({ runId, lines, audienceOf }) =>
      [...lines.pupils].map(([pupilId, line]) => ({
        ...line,
        run_id: runId,
        pupil_id: pupilId,
        audience: audienceOf.get(pupilId) ?? 'plans',
      })),
    ),
  );
  const runIds = drawn.map(({ runId }) => runId);
  const pupilLines = sql`json_to_recordset(${pupils}::json)
    as n (run_id uuid, pupil_id uuid, spells text, weeks text, audience text)`;
  await sql`
    delete from run_pupil_lines l where l.school_id = ${schoolId} and l.run_id = any(${runIds}::uuid[])
      and not exists (select from ${pupilLines} where n.run_id = l.run_id and n.pupil_id = l.pupil_id)`.execute(
    tx,
  );
  await sql`
    insert into run_pupil_lines (school_id, run_id, pupil_id, spells, weeks, audience)
    select ${schoolId}::uuid, n.run_id, n.pupil_id, n.spells, n.weeks, n.audience from ${pupilLines}
    on conflict (school_id, run_id, pupil_id)
    do update set spells = excluded.spells, weeks = excluded.weeks, audience = excluded.audience
    where (run_pupil_lines.spells, run_pupil_lines.weeks, run_pupil_lines.audience)
      is distinct from (excluded.spells, excluded.weeks, excluded.audience)`.execute(tx);
  await writeCostLines(tx, drawn);
}

async function writeCostLines(tx: Tx, drawn: readonly Drawn[]): Promise<void> {
  const { schoolId } = tx.scope.actor;
  const runIds = drawn.map(({ runId }) => runId);
  const at = tx.scope.clock.now().getTime();
  const costs = JSON.stringify(
    drawn.flatMap(({ runId, lines }) =>
      [...lines.costs].map(([pupilId, weeks]) => ({
        id: newId(at),
        run_id: runId,
        pupil_id: pupilId,
        weeks,
      })),
    ),
  );
  const costLines = sql`json_to_recordset(${costs}::json)
    as n (id uuid, run_id uuid, pupil_id uuid, weeks text)`;
  await sql`
    delete from run_cost_lines l where l.school_id = ${schoolId} and l.run_id = any(${runIds}::uuid[])
      and not exists (select from ${costLines} where n.run_id = l.run_id and n.pupil_id is not distinct from l.pupil_id)`.execute(
    tx,
  );
  await sql`
    insert into run_cost_lines (school_id, run_cost_line_id, run_id, pupil_id, weeks)
    select ${schoolId}::uuid, n.id, n.run_id, n.pupil_id, n.weeks from ${costLines}
    on conflict (school_id, run_id, pupil_id) do update set weeks = excluded.weeks
    where run_cost_lines.weeks is distinct from excluded.weeks`.execute(tx);
}
