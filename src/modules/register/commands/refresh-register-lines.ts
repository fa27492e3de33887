import { type RawBuilder, sql } from 'kysely';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { refreshFigures } from './refresh-figures.ts';

/** Events of the school after which the lines of pupils who were not touched may read otherwise. */
const schoolEvents = ['StaffChanged', 'GroupChanged', 'ImportUndone'];

/**
 * Draws anew the register lines of the pupils that this transaction changed, and the counts when a line did change.
 * Runs once, before the commit, after the pupils' own lines were drawn.
 */
export async function refreshRegisterLines(tx: Tx): Promise<void> {
  const { happened, touchedPupils } = tx.scope;
  const isForAll = schoolEvents.some((type) => happened.has(type));
  if (!isForAll && touchedPupils.size === 0) return;
  const changed = await drawLines(tx, isForAll ? null : [...touchedPupils]);
  // Lines that went with their pupils are not drawn, but they are counted no more.
  if (changed > 0n || happened.has('ImportUndone')) await refreshFigures(tx);
}

/** Draws every line of the school and all counts anew: with a new day, what was to come is in force. */
export async function refreshAllRegisterLines(tx: Tx): Promise<void> {
  await drawLines(tx, null);
  await refreshFigures(tx);
}

type Among = (column: string) => RawBuilder<unknown>;

/**
 * Two who change one pupil at the same time wait for each other here, so that the second sees what the first wrote.
 * Returns how many lines are not what they were.
 */
async function drawLines(tx: Tx, pupilIds: readonly PupilId[] | null): Promise<bigint> {
  const { schoolId } = tx.scope.actor;
  const among: Among = (column) =>
    pupilIds === null ? sql`true` : sql`${sql.ref(column)} = any(${[...pupilIds]}::uuid[])`;
  await sql`
    select from pupils p where p.school_id = ${schoolId} and ${among('p.pupil_id')}
    order by p.pupil_id for no key update`.execute(tx);
  const all = sql.raw(columns.join(', '));
  const set = sql.raw(columns.map((name) => `${name} = excluded.${name}`).join(', '));
  const stored = sql.raw(columns.map((name) => `register_lines.${name}`).join(', '));
  const drawn = sql.raw(columns.map((name) => `excluded.${name}`).join(', '));
  const { numAffectedRows } = await sql`
    insert into register_lines (school_id, pupil_id, ${all})
    ${computedLines(tx, among)}
    on conflict (school_id, pupil_id) do update set ${set}
    where (${stored}) is distinct from (${drawn})`.execute(tx);
  return numAffectedRows ?? 0n;
}

const columns = [
  'surname',
  'forename',
  'born_on',
  'year_group',
  'year_rank',
  'class_name',
  'is_on_roll',
  'enrolment_status',
  'referring_school',
  'status',
  'since_on',
  'is_parents_told',
  'need_types',
  'key_worker',
  'is_fsm',
  'is_eal',
  'is_pupil_premium',
  'special_place',
];

/**
 * The lines as the facts in force today give them. Of a pupil without SEN now, `since_on` is the day on which they
 * came off the register; nobody else without SEN has one.
 */
function computedLines(tx: Tx, among: Among): RawBuilder<unknown> {
  const { schoolId } = tx.scope.actor;
  const today = sql`${tx.scope.today}::date`;
  const inForce = (table: string) =>
    sql`${sql.ref(`${table}.from_on`)} <= ${today} and coalesce(${sql.ref(`${table}.until_on`)} >= ${today}, true)`;
  const own = (table: string) =>
    sql`${sql.ref(`${table}.school_id`)} = l.school_id and ${sql.ref(`${table}.pupil_id`)} = l.pupil_id`;
  // What the front door of pupils calls `isSo`: any other value says that it is so.
  const so = (kind: string) =>
    sql`coalesce(bool_or(f.kind = ${kind} and f.value not in ('no', 'N', 'U', 'R')), false)`;
  // Lateral, as each pupil's few rows are found by index: joins of whole tables go wrong where the planner has no
  // idea how many rows the walls let through.
  return sql`
    select l.school_id, l.pupil_id, l.surname, l.forename, l.born_on, l.year_group, l.year_rank, l.class_name,
      l.is_on_roll, e.status, e.referring_school, coalesce(s.status, 'none'),
      case when coalesce(s.status, 'none') = 'none' then c.came_off_on else s.from_on end,
      s.parents_told_on is not null, coalesce(n.types, '{}'), k.name, f.is_fsm, f.is_eal, f.is_pupil_premium, d.kind
    from pupil_lines l
    left join lateral (
      select e.status, e.referring_school from enrolments e where ${own('e')} and ${inForce('e')} limit 1) e on true
    left join lateral (
      select s.status, s.from_on, s.parents_told_on from sen_statuses s
      where ${own('s')} and s.withdrawn_at is null and ${inForce('s')} limit 1) s on true
    left join lateral (
      select max(c.until_on) + 1 as came_off_on from sen_statuses c
      where ${own('c')} and c.withdrawn_at is null and c.status in ('sen_support', 'ehc_plan')
        and c.until_on < ${today}) c on true
    left join lateral (
      select array_agg(n.sen_type order by n.rank) as types from needs n
      where ${own('n')} and n.withdrawn_at is null and ${inForce('n')}) n on true
    left join lateral (
      select concat_ws(' ', coalesce(t.title, t.forename), t.surname) as name from key_workers k
      join staff t on t.school_id = k.school_id and t.staff_id = k.staff_id
      where ${own('k')} and k.withdrawn_at is null and ${inForce('k')} limit 1) k on true
    left join lateral (
      select ${so('fsm')} as is_fsm, ${so('eal')} as is_eal, ${so('pupil_premium')} as is_pupil_premium
      from pupil_facts f
      where ${own('f')} and f.kind in ('fsm', 'eal', 'pupil_premium') and f.withdrawn_at is null
        and ${inForce('f')}) f on true
    left join lateral (
      select d.kind from special_places d where ${own('d')} and ${inForce('d')} limit 1) d on true
    where l.school_id = ${schoolId} and ${among('l.pupil_id')}`;
}
