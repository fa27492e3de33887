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
 */
function computedLines(tx: Tx, among: (column: string) => RawBuilder<unknown>): RawBuilder<unknown> {
  const { schoolId } = tx.scope.actor;
  const today = sql`${tx.scope.today}::date`;
  const inForce = (table: string) =>
    sql`${sql.ref(`${table}.from_on`)} <= ${today} and coalesce(${sql.ref(`${table}.until_on`)} >= ${today}, true)`;
  const current = (kind: string) => sql`max(f.value) filter (where f.kind = ${kind} and ${inForce('f')})`;
  const nearest = (kind: string) =>
    sql`(array_agg(f.value order by (${inForce('f')}) desc, abs(f.from_on - ${today}))
      filter (where f.kind = ${kind}))[1]`;
  const years = ncYearGroup.codes.map((year) => year.code);
  return sql`
    select p.school_id, p.pupil_id,
      coalesce(n.preferred_surname, n.legal_surname, '–'), coalesce(n.preferred_forename, n.legal_forename, '–'),
      ${plainText(sql`concat_ws(' ', n.preferred_forename, n.preferred_surname, n.legal_forename, n.legal_surname, u.upn)`)},
      p.born_on, n.year_group, coalesce(array_position(${years}::text[], n.year_group) - 1, ${LAST_RANK}::int),
      c.name, e.pupil_id is not null
    from pupils p
    left join (
      select f.pupil_id,
        ${current('preferred_surname')} as preferred_surname, ${nearest('legal_surname')} as legal_surname,
        ${current('preferred_forename')} as preferred_forename, ${nearest('legal_forename')} as legal_forename,
        ${current('year_group')} as year_group
      from pupil_facts f
      where f.school_id = ${schoolId} and ${among('f.pupil_id')} and f.withdrawn_at is null
        and f.kind in ('preferred_surname', 'legal_surname', 'preferred_forename', 'legal_forename', 'year_group')
      group by f.pupil_id) n on n.pupil_id = p.pupil_id
    left join (
      select i.pupil_id, max(i.value) as upn from pupil_identifiers i
      where i.school_id = ${schoolId} and ${among('i.pupil_id')} and i.kind = 'upn' and i.withdrawn_at is null
        and i.audience = 'identity'
      group by i.pupil_id) u on u.pupil_id = p.pupil_id
    left join (
      select distinct on (m.pupil_id) m.pupil_id, g.name from group_pupils m
      join groups g on g.school_id = m.school_id and g.group_id = m.group_id and g.kind = 'class'
      where m.school_id = ${schoolId} and ${among('m.pupil_id')} and ${inForce('m')} and ${inForce('g')}
      order by m.pupil_id, m.from_on desc, g.name) c on c.pupil_id = p.pupil_id
    left join (
      select distinct s.pupil_id from enrolments s
      where s.school_id = ${schoolId} and ${among('s.pupil_id')} and ${inForce('s')}) e on e.pupil_id = p.pupil_id
    where p.school_id = ${schoolId} and ${among('p.pupil_id')}`;
}
