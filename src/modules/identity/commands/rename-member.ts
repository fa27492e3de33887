import { type Changes, changesBetween, nothingChanged } from '#src/kernel/changes.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import { identityEvents } from '../domain/identity.events.ts';
import type { SchoolMember } from '../domain/member.ts';

const record = recorder(identityEvents);

/** Changes the name by which somebody is known at this school; their account keeps its own. */
export async function renameMember(tx: Tx, member: SchoolMember, knownAs: string): Promise<Changes> {
  const changes = changesBetween({ knownAs: member.knownAs }, { knownAs });
  if (nothingChanged(changes)) return changes;
  await tx
    .updateTable('members')
    .set({ knownAs, version: member.version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('personId', '=', member.personId)
    .execute();
  await record(tx, { type: 'MemberRenamed', audience: 'leaders', subjectId: member.personId, changes });
  return changes;
}
