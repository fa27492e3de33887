import { type RawBuilder, sql } from 'kysely';
import { ncYearGroup } from '#src/kernel/codes/nc-year-group.codes.ts';
import type { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { lineEvents, schoolLineEvents } from '../domain/pupils.events.ts';
import { plainText } from '../queries/search-text.ts';

/** Draws anew the lines of the pupils that this transaction changed. Runs once, before the commit. */
export async function refreshPupilLines(tx: Tx): Promise<void> {
  const { happened, touchedPupils } = tx.scope;
  if (schoolLineEvents.some((type) => happened.has(type))) return drawLines(tx, null);
  if (touchedPupils.size === 0 || !lineEvents.some((type) => happened.has(type))) return;
  await drawLines(tx, [...touchedPupils]);
}

/** Draws every line of the school anew: with a new day, what was to come is in force. */
export const refreshAllPupilLines = (tx: Tx): Promise<void> => drawLines(tx, null);

/** A year group that is none of the list comes after all others. */
const LAST_RANK = 99;

async function drawLines(tx: Tx, pupilIds: readonly PupilId[] | null): Promise<void> {
  const among = (column: string): RawBuilder<unknown> =>
    pupilIds === null ? sql`true` : sql`${sql.ref(column)} = any(${[...pupilIds]}::uuid[])`;
  await sql`
    insert into pupil_lines (
      school_id, pupil_id, surname, forename, search_text, born_on, year_group, year_rank, class_name, is_on_roll)
    ${computedLines(tx, among)}
    on conflict (school_id, pupil_id) do update set
      surname = excluded.surname, forename = excluded.forename, search_text = excluded.search_text,
      born_on = excluded.born_on, year_group = excluded.year_group, year_rank = excluded.year_rank,
      class_name = excluded.class_name, is_on_roll = excluded.is_on_roll
    where (pupil_lines.surname, pupil_lines.forename, pupil_lines.search_text, pupil_lines.born_on,
      pupil_lines.year_group, pupil_lines.year_rank, pupil_lines.class_name, pupil_lines.is_on_roll)
      is distinct from (excluded.surname, excluded.forename, excluded.search_text, excluded.born_on,
      excluded.year_group, excluded.year_rank, excluded.class_name, excluded.is_on_roll)`.execute(tx);
}

/**
 * The lines as the facts in force today give them. Names used go before legal ones; where no legal name is in force,
 * as before the first day, the nearest is taken. Former names are in no line: few may see them.
 * Everything is laid under each other and grouped once: behind the walls PostgreSQL expects few rows, and joined
 * groups would be made anew for each pupil.
 */
function computedLines(tx: Tx, among: (column: string) => RawBuilder<unknown>): RawBuilder<unknown> {
  const { schoolId } = tx.scope.actor;
  const current = (kind: string) => sql`max(value) filter (where kind = ${kind} and is_current)`;
  const nearest = (kind: string) =>
    sql`(array_agg(value order by is_current desc, days, value) filter (where kind = ${kind}))[1]`;
  const years = ncYearGroup.codes.map((year) => year.code);
  return sql`
    select ${schoolId}::uuid, n.pupil_id,
      coalesce(n.preferred_surname, n.legal_surname, '–'), coalesce(n.preferred_forename, n.legal_forename, '–'),
      ${plainText(sql`concat_ws(' ', n.preferred_forename, n.preferred_surname, n.legal_forename, n.legal_surname, n.upn)`)},
      n.born_on::date, n.year_group,
      coalesce(array_position(${years}::text[], n.year_group) - 1, ${LAST_RANK}::int), n.class_name, n.is_on_roll
    from (
      select pupil_id,
        ${current('preferred_surname')} as preferred_surname, ${nearest('legal_surname')} as legal_surname,
        ${current('preferred_forename')} as preferred_forename, ${nearest('legal_forename')} as legal_forename,
        ${current('year_group')} as year_group, ${current('upn')} as upn, ${current('born_on')} as born_on,
        ${nearest('class')} as class_name, coalesce(bool_or(kind = 'on roll'), false) as is_on_roll
      from (${everything(tx, among)}) as told
      group by pupil_id) n
    where n.born_on is not null`;
}

/** What lines are made of, a row a fact: whose, what, the value, whether it holds today, how many days from it. */
function everything(tx: Tx, among: (column: string) => RawBuilder<unknown>): RawBuilder<unknown> {
  const { schoolId } = tx.scope.actor;
  const today = sql`${tx.scope.today}::date`;
  const inForce = (table: string) =>
    sql`${sql.ref(`${table}.from_on`)} <= ${today} and coalesce(${sql.ref(`${table}.until_on`)} >= ${today}, true)`;
  return sql`
    select p.pupil_id, 'born_on' as kind, p.born_on::text as value, true as is_current, 0 as days
    from pupils p where p.school_id = ${schoolId} and ${among('p.pupil_id')}
    union all
    select f.pupil_id, f.kind, f.value, ${inForce('f')}, abs(f.from_on - ${today})
    from pupil_facts f
    where f.school_id = ${schoolId} and ${among('f.pupil_id')} and f.withdrawn_at is null
      and f.kind in ('preferred_surname', 'legal_surname', 'preferred_forename', 'legal_forename', 'year_group')
    union all
    select i.pupil_id, 'upn', i.value, true, 0
    from pupil_identifiers i
    where i.school_id = ${schoolId} and ${among('i.pupil_id')} and i.kind = 'upn' and i.withdrawn_at is null
      and i.audience = 'identity'
    union all
    select m.pupil_id, 'class', g.name, true, ${today} - m.from_on
    from group_pupils m
    join groups g on g.school_id = m.school_id and g.group_id = m.group_id and g.kind = 'class'
    where m.school_id = ${schoolId} and ${among('m.pupil_id')} and ${inForce('m')} and ${inForce('g')}
    union all
    select e.pupil_id, 'on roll', '', true, 0
    from enrolments e where e.school_id = ${schoolId} and ${among('e.pupil_id')} and ${inForce('e')}`;
}
