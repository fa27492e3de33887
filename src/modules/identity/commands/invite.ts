import type { Member } from '#src/kernel/access.ts';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId } from '#src/kernel/ids.ts';
import { done, type Result, refused } from '#src/kernel/result.ts';
import { recorder } from '#src/platform/audit/record.ts';
import { findAccount } from '#src/platform/auth/accounts.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Program } from '#src/platform/program.ts';
import { identityEvents } from '../domain/identity.events.ts';
import { type GuestPart, type Invitation, InvitationId, stateOf } from '../domain/invitation.ts';
import type { SentLink } from '../domain/link-words.ts';
import type { RoleName } from '../domain/roles.ts';
import { listInvitations } from '../queries/list-invitations.ts';
import { listMemberships } from '../queries/list-members.ts';
import { makeToken, sendLink } from './invitation-link.ts';

const record = recorder(identityEvents);

const hours = 60 * 60 * 1000;
/** A link works for seven days. */
const lasts = 7 * 24 * hours;

export type NewInvitation = {
  readonly name: string;
  readonly email: string;
  readonly role: RoleName;
  readonly fromOn: SchoolDate;
  readonly untilOn?: SchoolDate | undefined;
  readonly guest?: GuestPart | undefined;
};

type By = { readonly program: Program; readonly actor: Member };

/**
 * Asks somebody to come in, by a link that works once. Nothing is given before it is accepted. Refused for an address
 * that works here already, whose role is given on its own page, and for one that was asked already and has not
 * answered. Whether it has an account elsewhere makes no difference and is told nobody.
 */
export async function invite(
  tx: Tx,
  { program, actor }: By,
  { name, guest, ...given }: NewInvitation,
): Promise<Result<SentLink, 'works_here' | 'asked_already'>> {
  if (await worksHere(tx, program, given.email)) return refused('works_here');
  if (guest === undefined && (await isAsked(tx, given))) return refused('asked_already');
  const { clock, actor: by } = tx.scope;
  const invitationId = InvitationId.parse(newId(clock.now().getTime()));
  const { token, secretHash } = makeToken(by.schoolId, invitationId);
  await tx
    .insertInto('invitations')
    .values({
      schoolId: by.schoolId,
      invitationId,
      email: given.email,
      knownAs: name,
      role: given.role,
      fromOn: given.fromOn,
      untilOn: given.untilOn ?? null,
      secretHash,
      invitedBy: actor.personId,
      ...datesOfSending(clock.now()),
      ...(guest === undefined
        ? {}
        : { ...guest, pupilIds: [...guest.pupilIds], sees: ['identity', ...guest.sees] }),
    })
    .execute();
  await record(tx, {
    type: 'PersonInvited',
    audience: 'leaders',
    subjectId: invitationId,
    why: guest?.reason,
    changes: {
      name: { before: null, after: name },
      role: { before: null, after: given.role },
      fromOn: { before: null, after: given.fromOn },
      untilOn: { before: null, after: given.untilOn ?? null },
      ...(guest === undefined ? {} : { pupils: { before: null, after: guest.pupilIds.length } }),
    },
  });
  return done(
    await sendLink(program, { token, knownAs: name, schoolName: actor.schoolName, email: given.email }),
  );
}

/** Sends a new link; the old one is dead from this moment. An invitation that expired lives again for seven days. */
export async function sendInvitationAgain(
  tx: Tx,
  { program, actor }: By,
  invitation: Invitation,
): Promise<Result<SentLink, 'changed_since'>> {
  const { clock, actor: by } = tx.scope;
  const { token, secretHash } = makeToken(by.schoolId, invitation.invitationId);
  const dates = datesOfSending(clock.now());
  if (!(await change(tx, invitation, { secretHash, ...dates }))) return refused('changed_since');
  await record(tx, {
    type: 'InvitationSentAgain',
    audience: 'leaders',
    subjectId: invitation.invitationId,
    changes: { expiresAt: { before: invitation.expiresAt, after: dates.expiresAt } },
  });
  const { knownAs, email } = invitation;
  return done(await sendLink(program, { token, knownAs, email, schoolName: actor.schoolName }));
}

/** Withdraws an invitation that waits or has expired: its link is dead from this moment. */
export async function withdrawInvitation(
  tx: Tx,
  invitation: Invitation,
  why: string,
): Promise<Result<void, 'changed_since'>> {
  const withdrawn = { withdrawnAt: tx.scope.clock.now(), withdrawnWhy: why };
  if (!(await change(tx, invitation, withdrawn))) return refused('changed_since');
  await record(tx, {
    type: 'InvitationWithdrawn',
    audience: 'leaders',
    subjectId: invitation.invitationId,
    why,
    changes: { role: { before: invitation.role, after: null } },
  });
  return done(undefined);
}

const datesOfSending = (now: Date) => ({ sentAt: now, expiresAt: new Date(now.getTime() + lasts) });

type Set =
  | { readonly secretHash: string; readonly sentAt: Date; readonly expiresAt: Date }
  | { readonly withdrawnAt: Date; readonly withdrawnWhy: string };

/** False when somebody has accepted, withdrawn or sent it again since it was read. */
async function change(tx: Tx, { invitationId, version }: Invitation, set: Set): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('invitations')
    .set({ ...set, version: version + 1 })
    .where('schoolId', '=', tx.scope.actor.schoolId)
    .where('invitationId', '=', invitationId)
    .where('version', '=', version)
    .where('acceptedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Whether an address is of somebody who holds, or will hold, a role here other than that of a guest. */
async function worksHere(tx: Tx, program: Program, email: string): Promise<boolean> {
  const personId = await findAccount(program.database.auth, email);
  if (personId === null) return false;
  const held = (await listMemberships(tx)).filter((one) => one.personId === personId);
  return held.some((one) => one.role !== 'guest' && (one.untilOn === null || one.untilOn >= tx.scope.today));
}

async function isAsked(tx: Tx, { email, role }: Pick<NewInvitation, 'email' | 'role'>): Promise<boolean> {
  const { clock, today } = tx.scope;
  const now = clock.now();
  return (await listInvitations(tx)).some(
    (one) => one.email === email && one.role === role && stateOf(one, { now, today }) === 'waiting',
  );
}
