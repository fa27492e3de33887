import { sql } from 'kysely';
import type { Tx } from '#src/platform/db/scope.ts';
import { isOpen } from '../domain/clock-words.ts';
import type { Deadline } from '../domain/deadline.ts';
import { listCaseClocks } from './list-case-clocks.ts';

type Named = {
  readonly caseId: string;
  readonly surname: string;
  readonly forename: string;
  readonly className: string | null;
  readonly authority: string | null;
};

/** Every clock that is still to be met, of every open case that the actor may see, with the names. Two statements. */
export async function listDeadlines(tx: Tx): Promise<readonly Deadline[]> {
  const { schoolId } = tx.scope.actor;
  const clocks = await listCaseClocks(tx, { today: tx.scope.today });
  const { rows } = await sql<Named>`
    select c.case_id, l.surname, l.forename, l.class_name, a.name as authority
    from cases c
    join pupil_lines l on l.school_id = c.school_id and l.pupil_id = c.pupil_id
    left join authorities a on a.school_id = c.school_id and a.authority_id = c.authority_id
    where c.school_id = ${schoolId} and c.ended_on is null`.execute(tx);
  const named = new Map(rows.map(({ caseId, ...names }) => [caseId, names]));
  return clocks.flatMap(({ caseId, kind, pupilId, authorityId, clock, state }) => {
    const names = named.get(caseId);
    return names === undefined || !isOpen({ state })
      ? []
      : [{ caseId, kind, pupilId, authorityId, clock, state, ...names }];
  });
}
