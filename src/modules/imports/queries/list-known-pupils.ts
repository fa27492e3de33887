import { sql } from 'kysely';
import { schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { KnownPupil } from '../domain/match.ts';

type Row = {
  pupilId: string;
  bornOn: string;
  upns: string[];
  formerUpns: string[];
  misIds: string[];
  surnames: string[];
  forenames: string[];
};

/** Every pupil of the school as a file may name them: numbers and names, present and former. One statement. */
export async function listKnownPupils(tx: Tx): Promise<KnownPupil[]> {
  const { schoolId } = tx.scope.actor;
  const { rows } = await sql<Row>`
    with numbers as (
      select pupil_id,
        array_agg(value) filter (where kind = 'upn') as upns,
        array_agg(value) filter (where kind = 'former_upn') as former_upns,
        array_agg(value) filter (where kind = 'mis_id') as mis_ids
      from pupil_identifiers where school_id = ${schoolId} and withdrawn_at is null group by pupil_id
    ), names as (
      select pupil_id,
        array_agg(value) filter (where kind like '%surname') as surnames,
        array_agg(value) filter (where kind like '%forename') as forenames
      from pupil_facts where school_id = ${schoolId} and withdrawn_at is null and kind like '%name'
      group by pupil_id
    )
    select p.pupil_id, p.born_on::text as born_on,
      coalesce(upns, '{}') as upns, coalesce(former_upns, '{}') as former_upns, coalesce(mis_ids, '{}') as mis_ids,
      coalesce(surnames, '{}') as surnames, coalesce(forenames, '{}') as forenames
    from pupils p left join numbers n using (pupil_id) left join names m using (pupil_id)
    where p.school_id = ${schoolId}`.execute(tx);
  return rows.map((row) => ({ ...row, pupilId: PupilId.parse(row.pupilId), bornOn: schoolDate(row.bornOn) }));
}
