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
    select c.carer_id, c.title, c.forename, c.surname, string_agg(distinct o.forename, ', ') as of
    from pupil_lines l
    join pupil_carers t on t.school_id = l.school_id and t.until_on is null
    join pupil_lines o on o.school_id = t.school_id and o.pupil_id = t.pupil_id
    join carers c on c.school_id = t.school_id and c.carer_id = t.carer_id
    where l.school_id = ${schoolId} and l.pupil_id = ${pupilId}
      and (lower(o.surname) = lower(l.surname) or lower(c.surname) = lower(l.surname))
      and not (c.pupil_ids @> array[l.pupil_id])
    group by c.carer_id, c.title, c.forename, c.surname
    order by c.surname, c.forename limit ${MOST}`.execute(tx);
  return rows.map((row) => ({ ...row, carerId: CarerId.parse(row.carerId) }));
}
