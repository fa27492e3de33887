import { sql } from 'kysely';
import { schoolDate } from '#src/kernel/dates.ts';
import { PupilId } from '#src/kernel/ids.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { PupilToMatch } from '../domain/match-file.ts';

type Row = { pupilId: string; bornOn: string; upns: string[]; surnames: string[]; forenames: string[] };

/** Every pupil of the school as a file may name them: UPNs and names, present and former. One statement. */
export async function listPupilsToMatch(tx: Tx): Promise<readonly PupilToMatch[]> {
  const { schoolId } = tx.scope.actor;
  const { rows } = await sql<Row>`
    select p.pupil_id, p.born_on::text as born_on, coalesce(n.upns, '{}') as upns,
      coalesce(m.surnames, '{}') as surnames, coalesce(m.forenames, '{}') as forenames
    from pupils p
    left join (
      select pupil_id, array_agg(value) as upns from pupil_identifiers
      where school_id = ${schoolId} and withdrawn_at is null and kind in ('upn', 'former_upn') group by pupil_id
    ) n using (pupil_id)
    left join (
      select pupil_id, array_agg(distinct value) filter (where kind like '%surname') as surnames,
        array_agg(distinct value) filter (where kind like '%forename') as forenames
      from pupil_facts
      where school_id = ${schoolId} and withdrawn_at is null and kind like '%name' and kind <> 'middle_names'
      group by pupil_id
    ) m using (pupil_id)
    where p.school_id = ${schoolId}`.execute(tx);
  return rows.map((row) => ({ ...row, pupilId: PupilId.parse(row.pupilId), bornOn: schoolDate(row.bornOn) }));
}
