import { type RawBuilder, sql } from 'kysely';
import type { PupilId } from '#src/kernel/ids.ts';
import { teachingEvents } from '#src/modules/school/index.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { ownReachEvents, takenBack } from '../domain/pupils.events.ts';

/**
 * Derives anew who reaches whom by teaching and as key worker, when what it follows from changed in this
 * transaction: for the pupils touched, or for all when the school's teaching changed.
 */
export async function refreshReach(tx: Tx): Promise<void> {
  const { happened, touchedPupils } = tx.scope;
  if ([...teachingEvents, takenBack].some((type) => happened.has(type))) return deriveReach(tx, null);
  if (touchedPupils.size === 0 || !ownReachEvents.some((type) => happened.has(type))) return;
  await deriveReach(tx, [...touchedPupils]);
}

/** Derives the reach of the whole school anew: for the nightly job, and after an import was undone. */
export const refreshAllReach = (tx: Tx): Promise<void> => deriveReach(tx, null);

/** Somebody who may not see key workers derives teaching only, or their rows would seem to follow from nothing. */
function deriveReach(tx: Tx, pupilIds: readonly PupilId[] | null): Promise<void> {
  const seesKeyWorkers = tx.scope.actor.sees.includes('staff');
  return keepReach(tx, {
    whys: seesKeyWorkers ? ['teaches the class', 'key worker'] : ['teaches the class'],
    pupilIds,
    derives: (among) =>
      seesKeyWorkers
        ? sql`${byTeaching(tx, among)} union all ${byKeyWorker(tx, among)}`
        : byTeaching(tx, among),
  });
}

/** Which of a column's pupils are meant. */
type Among = (column: string) => RawBuilder<unknown>;

/** Ties of some kinds, and the rows from which they follow: person_id, pupil_id, why, origin_id, from_on, until_on. */
export type KeptReach = {
  readonly whys: readonly string[];
  /** Null: of every pupil. */
  readonly pupilIds: readonly PupilId[] | null;
  readonly derives: (among: Among) => RawBuilder<unknown>;
};

/**
 * One statement: what derives is written or brought back, what derives no longer is withdrawn. The two sides are
 * compared as sets, as joins of them would be done row by row behind the walls.
 */
export async function keepReach(tx: Tx, { whys, pupilIds, derives }: KeptReach): Promise<void> {
  const { schoolId } = tx.scope.actor;
  const among: Among = (column) =>
    pupilIds === null ? sql`true` : sql`${sql.ref(column)} = any(${[...pupilIds]}::uuid[])`;
  await sql`
    with single as (${derives(among)}),
    derived as (
      select person_id, pupil_id, why, origin_id, from_on,
        case when bool_or(until_on is null) then null else max(until_on) end as until_on
      from single where until_on is null or until_on >= from_on
      group by person_id, pupil_id, why, origin_id, from_on),
    kept as (
      select person_id, pupil_id, why, origin_id, from_on, until_on from reach
      where school_id = ${schoolId} and ${among('pupil_id')} and why = any(${[...whys]}::text[])
        and withdrawn_at is null),
    missing as (select * from derived except select * from kept),
    written as (
      insert into reach (school_id, reach_id, person_id, pupil_id, why, origin_id, from_on, until_on)
      select ${schoolId}::uuid, gen_random_uuid(), person_id, pupil_id, why, origin_id, from_on, until_on from missing
      on conflict (school_id, person_id, pupil_id, why, origin_id, from_on)
      do update set until_on = excluded.until_on, withdrawn_at = null),
    gone as (
      select person_id, pupil_id, why, origin_id, from_on from kept
      except select person_id, pupil_id, why, origin_id, from_on from derived)
    update reach r set withdrawn_at = ${tx.scope.clock.now()}
    from gone g
    where r.school_id = ${schoolId} and r.person_id = g.person_id and r.pupil_id = g.pupil_id and r.why = g.why
      and r.origin_id = g.origin_id and r.from_on = g.from_on`.execute(tx);
}

/** Somebody who signs in teaches a group while they, the group's place for them and the pupil's place in it last. */
const byTeaching = (tx: Tx, among: Among): RawBuilder<unknown> => sql`
  select s.person_id, p.pupil_id, 'teaches the class' as why, p.group_id as origin_id,
    greatest(t.from_on, p.from_on) as from_on, least(t.until_on, p.until_on, s.left_on) as until_on
  from group_pupils p
  join group_staff t on t.school_id = p.school_id and t.group_id = p.group_id
  join staff s on s.school_id = t.school_id and s.staff_id = t.staff_id
  where p.school_id = ${tx.scope.actor.schoolId} and ${among('p.pupil_id')} and s.person_id is not null`;

const byKeyWorker = (tx: Tx, among: Among): RawBuilder<unknown> => sql`
  select s.person_id, k.pupil_id, 'key worker', k.key_worker_id, k.from_on, least(k.until_on, s.left_on)
  from key_workers k
  join staff s on s.school_id = k.school_id and s.staff_id = k.staff_id
  where k.school_id = ${tx.scope.actor.schoolId} and ${among('k.pupil_id')} and k.withdrawn_at is null
    and s.person_id is not null`;
