import { programActor } from '#src/kernel/access.ts';
import { PersonId, type SchoolId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { getSchool } from '#src/modules/school/index.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { findAccount, makeAccount } from '#src/platform/auth/accounts.ts';
import { inScope, type Tx } from '#src/platform/db/scope.ts';
import { type Program, scopeOf } from '#src/platform/program.ts';
import { identityEvents } from '../domain/identity.events.ts';
import { type Invitation, stateOf } from '../domain/invitation.ts';
import { findInvitationBySecret } from '../queries/list-invitations.ts';
import { giveMembership } from './give-membership.ts';
import { type Link, readToken } from './invitation-link.ts';
import { openGuestPlaces } from './open-guest-places.ts';

const record = recorder(identityEvents);

export type OpenedInvitation = {
  readonly link: Link;
  readonly invitation: Invitation;
  readonly schoolName: string;
};

/** The invitation that a link opens now. Used, expired, withdrawn and guessed links are all the same: null. */
export async function openInvitation(program: Program, token: string): Promise<OpenedInvitation | null> {
  const link = readToken(token);
  if (link === null) return null;
  return inScope(scopeOf(program), programActor(link.schoolId), async (tx) => {
    const invitation = await findWaiting(tx, link);
    return invitation === null ? null : { link, invitation, schoolName: (await getSchool(tx)).name };
  });
}

async function findWaiting(tx: Tx, link: Link): Promise<Invitation | null> {
  const { clock, today } = tx.scope;
  const found = await findInvitationBySecret(tx, link);
  return found !== null && stateOf(found, { now: clock.now(), today }) === 'waiting' ? found : null;
}

type Refusal = 'dead' | 'has_account' | 'other_account' | 'already_held' | 'pupils_left';

/** Who answers: somebody signed in, or somebody new with the password that they chose. */
export type Answering =
  | { readonly signedIn: { readonly personId: PersonId; readonly email: string } }
  | { readonly password: string };

/**
 * Takes an invitation up. Somebody new gets an account of the address that was invited; who has one must be signed in
 * with it, so that a link in the wrong hands opens nobody's account. Of two answers at once the second finds it used.
 */
export async function acceptInvitation(
  program: Program,
  token: string,
  by: Answering,
): Promise<Result<SchoolId, Refusal>> {
  const opened = await openInvitation(program, token);
  if (opened === null) return refused('dead');
  const { link, invitation } = opened;
  const found = await findAnswering(program, invitation, by);
  if (!found.ok) return found;
  const actor = { ...programActor(link.schoolId), personId: found.value, roles: [invitation.role] };
  return inScope(scopeOf(program), actor, (tx) => take(tx, link, found.value));
}

async function findAnswering(
  program: Program,
  { email, knownAs }: Invitation,
  by: Answering,
): Promise<Result<PersonId, 'has_account' | 'other_account'>> {
  if ('signedIn' in by) {
    return by.signedIn.email === email ? done(by.signedIn.personId) : refused('other_account');
  }
  if ((await findAccount(program.database.auth, email)) !== null) return refused('has_account');
  return done(await makeAccount(program.auth, { name: knownAs, email, password: by.password }));
}

/** Claims the link first: the row is locked until the end, so nobody can take it up beside us. */
async function take(
  tx: Tx,
  link: Link,
  personId: PersonId,
): Promise<Result<SchoolId, 'dead' | 'already_held' | 'pupils_left'>> {
  await tx
    .selectFrom('invitations')
    .select('version')
    .where('schoolId', '=', link.schoolId)
    .where('invitationId', '=', link.invitationId)
    .forUpdate()
    .execute();
  const invitation = await findWaiting(tx, link);
  if (invitation === null) return refused('dead');
  const given = await giveWhatWasPromised(tx, invitation, personId);
  if (!given.ok) return given;
  await tx
    .updateTable('invitations')
    .set({ acceptedAt: tx.scope.clock.now(), acceptedBy: personId, version: invitation.version + 1 })
    .where('schoolId', '=', link.schoolId)
    .where('invitationId', '=', link.invitationId)
    .execute();
  await record(tx, {
    type: 'InvitationAccepted',
    audience: 'leaders',
    subjectId: invitation.invitationId,
    changes: { role: { before: null, after: invitation.role } },
  });
  return done(link.schoolId);
}

async function giveWhatWasPromised(
  tx: Tx,
  { role, knownAs, fromOn, untilOn, guest, invitationId }: Invitation,
  personId: PersonId,
): Promise<Result<void, 'already_held' | 'pupils_left'>> {
  if (guest === null || untilOn === null) {
    const given = await giveMembership(tx, {
      personId,
      knownAs,
      role,
      fromOn,
      untilOn: untilOn ?? undefined,
    });
    return given.ok ? done(undefined) : given;
  }
  const invitedBy = await findInviter(tx, invitationId);
  const opened = await openGuestPlaces(tx, { personId, knownAs, invitedBy, invitationId, untilOn, guest });
  return opened > 0 ? done(undefined) : refused('pupils_left');
}

async function findInviter(tx: Tx, invitationId: string): Promise<PersonId> {
  const { invitedBy } = await tx
    .selectFrom('invitations')
    .select('invitedBy')
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('invitationId', '=', invitationId)
    .executeTakeFirstOrThrow();
  return PersonId.parse(invitedBy);
}
