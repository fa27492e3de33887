import type { Member } from '#src/kernel/access.ts';
import { type Changes, recorder } from '#src/platform/audit/record.ts';
import { inScope } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { identityEvents } from '../domain/identity.events.ts';

const record = recorder(identityEvents);

/** What people do to how their own account is guarded. */
export const ownDeeds = [
  'SecondStepSetUp',
  'SecondStepSwitchedOff',
  'RecoveryCodesMade',
  'RecoveryCodeUsed',
  'PasskeyAdded',
  'PasskeyRemoved',
  'ProviderUnlinked',
] as const;
type OwnDeed = (typeof ownDeeds)[number];

/** Records a deed to one's own account in the school where one is; an account outside every school has no record. */
export async function recordOwnSecurity(
  program: Program,
  actor: Member | null,
  type: OwnDeed,
  changes: Changes = {},
): Promise<void> {
  if (actor === null) return;
  await inScope(scopeOf(program), actor, (tx) =>
    record(tx, { type, audience: 'leaders', subjectId: actor.personId, changes }),
  );
}
