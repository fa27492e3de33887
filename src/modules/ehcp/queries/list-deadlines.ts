import { sql } from 'kysely';
import { packed, unpack } from '#src/platform/db/packed.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { isOpen } from '../domain/clock-words.ts';
import type { Deadline } from '../domain/deadline.ts';
import { clockReads, reckonClocks } from './list-case-clocks.ts';

/** Every clock that is still to be met, of every open case that the actor may see, with the names. One statement. */
export async function listDeadlines(tx: Tx): Promise<readonly Deadline[]> {
  const { today } = tx.scope;
  const { names, ...read } = await tx.scope.together({ ...clockReads({ today }), names: listNames });
  return reckonClocks(read, today).flatMap(({ caseId, kind, pupilId, authorityId, clock, state }) => {
    const named = names.get(caseId);
    return named === undefined || !isOpen({ state })
      ? []
      : [{ caseId, kind, pupilId, authorityId, clock, state, ...named }];
  });
}

type Names = Pick<Deadline, 'surname' | 'forename' | 'className' | 'authority'>;

/** Whose each open case is, and which authority’s. */
async function listNames(tx: Tx): Promise<ReadonlyMap<string, Names>> {
  const { schoolId } = tx.scope.actor;
  const { rows } = await sql<{ names: string }>`
    select ${packed(['c.case_id'], ['l.surname', 'l.forename', 'l.class_name', 'a.name'])} as names
    from cases c
    join pupil_lines l on l.school_id = c.school_id and l.pupil_id = c.pupil_id
    left join authorities a on a.school_id = c.school_id and a.authority_id = c.authority_id
    where c.school_id = ${schoolId} and c.ended_on is null`.execute(tx);
  return new Map(
    unpack(rows[0]?.names ?? '').map(
      ([caseId = '', surname = '', forename = '', className = '', authority = '']) => [
        caseId,
        { surname, forename, className: className || null, authority: authority || null },
      ],
    ),
  );
}
