import { sql } from 'kysely';
import { CarerId, type PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';

/** A carer whom the school has for another pupil. */
export type KnownCarer = {
  readonly carerId: CarerId;
  readonly title: string | null;
  readonly forename: string | null;
  readonly surname: string;
  /** The forenames of the pupils they are a carer of. */
  readonly of: string;
};

const MOST = 12;

/**
 * Carers who may be this pupil's too, so that nobody is entered twice: those of other pupils with the same surname,
 * and those who have the pupil's surname themselves.
 */
export async function listKnownCarers(tx: Tx, pupilId: PupilId): Promise<readonly KnownCarer[]> {
  const { schoolId } = tx.scope.actor;
  const { rows } = await sql<Omit<KnownCarer, 'carerId'> & { carerId: string }>`
    with own as (
      select lower(surname) as surname from pupil_lines where school_id = ${schoolId} and pupil_id = ${pupilId}
    ), near as (
      select c.carer_id from carers c
      where c.school_id = ${schoolId} and lower(c.surname) = (select surname from own)
      union
      select t.carer_id from pupil_lines o
      join pupil_carers t on t.school_id = ${schoolId} and t.pupil_id = o.pupil_id
      where o.school_id = ${schoolId} and lower(o.surname) = (select surname from own)
    )
    select c.carer_id, c.title, c.forename, c.surname, string_agg(distinct o.forename, ', ') as of
    from near
    join carers c on c.school_id = ${schoolId} and c.carer_id = near.carer_id
    join pupil_carers t on t.school_id = ${schoolId} and t.carer_id = c.carer_id and t.until_on is null
    join pupil_lines o on o.school_id = ${schoolId} and o.pupil_id = t.pupil_id
    where not (c.pupil_ids @> array[${pupilId}]::uuid[])
    group by c.carer_id, c.title, c.forename, c.surname
    order by c.surname, c.forename limit ${MOST}`.execute(tx);
  return rows.map((row) => ({ ...row, carerId: CarerId.parse(row.carerId) }));
}
