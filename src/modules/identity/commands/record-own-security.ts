import type { Member } from '#src/kernel/access.ts';
import type { Changes } from '#src/kernel/changes.ts';
import type { PersonId } from '#src/kernel/ids.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { asPerson, inScope } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { identityEvents } from '../domain/identity.events.ts';
import { listPlaces } from '../queries/list-places.ts';

const record = recorder(identityEvents);

/** What people do to how their own account is guarded. */
const ownDeeds = [
  'SecondStepSetUp',
  'SecondStepSwitchedOff',
  'RecoveryCodesMade',
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

/** Records the use of a recovery code in every school of the person: each may ask where it came from. */
export async function recordRecovery(program: Program, personId: PersonId): Promise<void> {
  for (const { schoolId } of await listPlaces(program, personId, program.clock.today())) {
    const who = { personId, schoolId, permission: null, pupilId: null, find: program.findActor };
    await asPerson(scopeOf(program), who, (tx) =>
      record(tx, { type: 'RecoveryCodeUsed', audience: 'leaders', subjectId: personId }),
    );
  }
}
