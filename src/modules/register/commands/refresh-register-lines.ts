import { type RawBuilder, sql } from 'kysely';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { refreshFigures } from './refresh-figures.ts';

/** Events of the school after which the lines of pupils who were not touched may read otherwise. */
const schoolEvents = ['StaffChanged', 'GroupChanged'];

/**
 * Draws anew the register lines of the pupils that this transaction changed, and the counts when a line did change.
 * Runs once, before the commit, after the pupils' own lines were drawn.
 */
export async function refreshRegisterLines(tx: Tx): Promise<void> {
  const { happened, touchedPupils } = tx.scope;
  const isForAll = schoolEvents.some((type) => happened.has(type));
  if (!isForAll && touchedPupils.size === 0) return;
  const changed = await drawLines(tx, isForAll ? null : [...touchedPupils]);
  if (changed > 0n) await refreshFigures(tx);
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
  const of = (table: string) =>
    sql`${sql.ref(`${table}.school_id`)} = l.school_id and ${sql.ref(`${table}.pupil_id`)} = l.pupil_id`;
  // What the front door of pupils calls `isSo`: any other value says that it is so.
  const so = (kind: string) =>
    sql`coalesce(bool_or(f.kind = ${kind} and f.value not in ('no', 'N', 'U', 'R')), false)`;
  return sql`
    select l.school_id, l.pupil_id, l.surname, l.forename, l.born_on, l.year_group, l.year_rank, l.class_name,
      l.is_on_roll, e.status, e.referring_school, coalesce(s.status, 'none'),
      case when coalesce(s.status, 'none') = 'none' then c.came_off_on else s.from_on end,
      s.parents_told_on is not null, coalesce(n.types, '{}'), k.name,
      coalesce(f.is_fsm, false), coalesce(f.is_eal, false), coalesce(f.is_pupil_premium, false), d.kind
    from pupil_lines l
    left join enrolments e on ${of('e')} and ${inForce('e')}
    left join sen_statuses s on ${of('s')} and s.withdrawn_at is null and ${inForce('s')}
    left join (
      select g.pupil_id, max(g.until_on) + 1 as came_off_on from sen_statuses g
      where g.school_id = ${schoolId} and ${among('g.pupil_id')} and g.withdrawn_at is null
        and g.status in ('sen_support', 'ehc_plan') and g.until_on < ${today}
      group by g.pupil_id) c on c.pupil_id = l.pupil_id
    left join (
      select m.pupil_id, array_agg(m.sen_type order by m.rank) as types from needs m
      where m.school_id = ${schoolId} and ${among('m.pupil_id')} and m.withdrawn_at is null and ${inForce('m')}
      group by m.pupil_id) n on n.pupil_id = l.pupil_id
    left join (
      select w.pupil_id, max(concat_ws(' ', coalesce(t.title, t.forename), t.surname)) as name from key_workers w
      join staff t on t.school_id = w.school_id and t.staff_id = w.staff_id
      where w.school_id = ${schoolId} and ${among('w.pupil_id')} and ${inForce('w')}
      group by w.pupil_id) k on k.pupil_id = l.pupil_id
    left join (
      select f.pupil_id, ${so('fsm')} as is_fsm, ${so('eal')} as is_eal, ${so('pupil_premium')} as is_pupil_premium
      from pupil_facts f
      where f.school_id = ${schoolId} and ${among('f.pupil_id')} and f.withdrawn_at is null and ${inForce('f')}
        and f.kind in ('fsm', 'eal', 'pupil_premium')
      group by f.pupil_id) f on f.pupil_id = l.pupil_id
    left join special_places d on ${of('d')} and ${inForce('d')}
    where l.school_id = ${schoolId} and ${among('l.pupil_id')}`;
}
