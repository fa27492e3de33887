import { sql } from 'kysely';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import { isSo, readUpn } from '#src/modules/pupils/index.ts';
import { packed, unpack } from '#src/platform/db/packed.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { CensusPupil } from '../domain/census.ts';
import { SenStatus } from '../domain/sen-status.ts';
import { specialPlaceKind } from '../domain/special-places.ts';

type Of<T> = T & { readonly pupilId: string };
type Row = {
  /** Packed: id, surname, forename. */
  readonly roll: string;
  readonly statuses: readonly Of<{ status: string; recordedCode: string | null }>[];
  readonly later: readonly Of<{ fromOn: string }>[];
  readonly needs: readonly Of<{ senType: string; rank: number }>[];
  readonly places: readonly Of<{ kind: string }>[];
  /** Packed: id, kind, value. */
  readonly facts: string;
  /** Packed: id, value. */
  readonly numbers: string;
};

/**
 * Everybody whom the census counts on a day, by name, as the record of that day stands: guests are left out, as the
 * census has no such enrolment. Names and numbers are today's, as they only say who it is. One statement: seven short
 * lists that are joined here, as the planner cannot tell how many rows the walls let through.
 */
export async function listCensusPupils(tx: Tx, on: SchoolDate): Promise<readonly CensusPupil[]> {
  const row = await selectDay(tx, on);
  const statuses = byPupil(row.statuses);
  const later = byPupil(row.later);
  const needs = byPupil(row.needs);
  const places = byPupil(row.places);
  const facts = byPupil(
    unpack(row.facts).map(([pupilId = '', kind = '', value = '']) => ({ pupilId, kind, value })),
  );
  const numbers = new Map(unpack(row.numbers).map(([pupilId = '', value = '']) => [pupilId, value]));
  return unpack(row.roll).map(([pupilId = '', surname = '', forename = '']): CensusPupil => {
    const of = facts.get(pupilId) ?? [];
    const status = statuses.get(pupilId)?.[0];
    const place = places.get(pupilId)?.[0];
    const starts = later.get(pupilId)?.[0];
    const fact = (kind: string) => of.find((one) => one.kind === kind)?.value ?? null;
    return {
      pupilId: PupilId.parse(pupilId),
      surname,
      forename,
      yearGroup: fact('year_group'),
      upn: numberOf(numbers.get(pupilId)),
      status: SenStatus.parse(status?.status ?? 'none'),
      recordedCode: status?.recordedCode ?? null,
      startsLaterOn: starts === undefined ? null : schoolDate(starts.fromOn),
      needs: (needs.get(pupilId) ?? []).map(({ senType, rank }) => ({ senType, rank })),
      place: place === undefined ? null : specialPlaceKind(place.kind),
      hasTopUp: isSo(fact('top_up')),
    };
  });
}

function numberOf(value: string | undefined): CensusPupil['upn'] {
  if (value === undefined) return null;
  const read = readUpn(value);
  return { value, isTemporary: read.ok && read.value.isTemporary };
}

function byPupil<R extends { readonly pupilId: string }>(rows: readonly R[]): ReadonlyMap<string, R[]> {
  const found = new Map<string, R[]>();
  for (const row of rows) {
    const some = found.get(row.pupilId);
    if (some === undefined) found.set(row.pupilId, [row]);
    else some.push(row);
  }
  return found;
}

/** JSON keeps the names that it is built with: they are written as the program reads them. */
async function selectDay(tx: Tx, day: SchoolDate): Promise<Row> {
  const { schoolId } = tx.scope.actor;
  const own = sql`t.school_id = ${schoolId}`;
  const inForce = sql`${own} and t.from_on <= ${day}::date and coalesce(t.until_on >= ${day}::date, true)`;
  const { rows } = await sql<Row>`
    select
      (select ${packed(['t.pupil_id'], ['l.surname', 'l.forename'], sql`order by l.surname, l.forename`)}
        from enrolments t join pupil_lines l on l.school_id = t.school_id and l.pupil_id = t.pupil_id
        where ${inForce} and t.status <> 'G') as roll,
      (select coalesce(json_agg(json_build_object('pupilId', t.pupil_id, 'status', t.status,
          'recordedCode', t.recorded_code)), '[]')
        from sen_statuses t where ${inForce} and t.withdrawn_at is null) as statuses,
      (select coalesce(json_agg(json_build_object('pupilId', t.pupil_id, 'fromOn', t.from_on) order by t.from_on), '[]')
        from sen_statuses t
        where ${own} and t.from_on > ${day}::date and t.withdrawn_at is null
          and t.status in ('sen_support', 'ehc_plan')) as later,
      (select coalesce(json_agg(json_build_object('pupilId', t.pupil_id, 'senType', t.sen_type, 'rank', t.rank)
          order by t.rank), '[]')
        from needs t where ${inForce} and t.withdrawn_at is null) as needs,
      (select coalesce(json_agg(json_build_object('pupilId', t.pupil_id, 'kind', t.kind)), '[]')
        from special_places t where ${inForce}) as places,
      (select ${packed(['t.pupil_id', 't.kind'], ['t.value'])}
        from pupil_facts t
        where ${inForce} and t.withdrawn_at is null and t.kind in ('year_group', 'top_up')) as facts,
      (select ${packed(['t.pupil_id'], ['t.value'])}
        from pupil_identifiers t where ${own} and t.kind = 'upn' and t.withdrawn_at is null) as numbers
    `.execute(tx);
  const [row] = rows;
  if (row === undefined) throw new Error('A select without a table has one row');
  return row;
}
