import { sql } from 'kysely';
import type { SchoolDate } from '#src/kernel/dates.ts';
import { newId, type PersonId, PupilId } from '#src/kernel/ids.ts';
import { recorder } from '#src/platform/audit/record.ts';
import type { Tx } from '#src/platform/db/scope.ts';
import type { Capacity } from '../domain/guest.ts';
import { identityEvents } from '../domain/identity.events.ts';
import type { GuestPart } from '../domain/invitation.ts';
import { giveMembership } from './give-membership.ts';

const record = recorder(identityEvents);

type Opened = {
  readonly personId: PersonId;
  readonly knownAs: string;
  readonly invitedBy: string;
  readonly invitationId: string;
  readonly untilOn: SchoolDate;
  readonly guest: GuestPart;
};

/** Opens the pupils of an invitation to a guest, from today. Returns how many: a pupil who has left is not opened. */
export async function openGuestPlaces(tx: Tx, given: Opened): Promise<number> {
  const { actor, today } = tx.scope;
  const { personId, guest, untilOn } = given;
  const pupilIds = await listOpenable(tx, guest);
  for (const pupilId of pupilIds) {
    const reachId = newId(tx.scope.clock.now().getTime());
    await tx
      .insertInto('reach')
      .values({
        schoolId: actor.schoolId,
        reachId,
        personId,
        pupilId,
        why: 'invited',
        originId: given.invitationId,
        fromOn: today,
        untilOn,
        sees: [...guest.sees],
        capacity: guest.capacity,
        reason: guest.reason,
        invitedBy: given.invitedBy,
      })
      .execute();
    await record(tx, {
      type: 'GuestPlaceOpened',
      audience: 'leaders',
      pupilId,
      subjectId: reachId,
      why: guest.reason,
      changes: {
        capacity: { before: null, after: guest.capacity },
        sees: { before: null, after: guest.sees },
        untilOn: { before: null, after: untilOn },
      },
    });
  }
  if (pupilIds.length > 0) await settleGuestRole(tx, given);
  return pupilIds.length;
}

const openAfterLeaving: Capacity = 'next_school';

/** Those of the pupils who are on roll today; the next school is also shown one who has left. */
async function listOpenable(tx: Tx, { pupilIds, capacity }: GuestPart): Promise<readonly PupilId[]> {
  if (capacity === openAfterLeaving) return pupilIds;
  const { actor, today } = tx.scope;
  const { rows } = await sql<{ pupilId: string }>`
    select distinct pupil_id from enrolments
    where school_id = ${actor.schoolId} and pupil_id = any(${[...pupilIds]}::uuid[])
      and from_on <= ${today}::date and coalesce(until_on >= ${today}::date, true)`.execute(tx);
  return rows.map((row) => PupilId.parse(row.pupilId));
}

/**
 * Keeps the role of a guest to what it is for: it lasts until the last day of the last pupil, and ends today when
 * none is left. The places decide what is seen; the role only lets the person in.
 */
export async function settleGuestRole(
  tx: Tx,
  { personId, knownAs }: { readonly personId: PersonId; readonly knownAs: string },
): Promise<void> {
  const { actor, today } = tx.scope;
  const { rows } = await sql<{ lastOn: SchoolDate | null }>`
    select max(until_on) as last_on from reach
    where school_id = ${actor.schoolId} and person_id = ${personId} and why = 'invited' and withdrawn_at is null
      and until_on >= ${today}::date`.execute(tx);
  const lastOn = rows[0]?.lastOn ?? null;
  const held = await tx
    .selectFrom('memberships')
    .select(['membershipId', 'fromOn'])
    .where('schoolId', '=', actor.schoolId)
    .where('personId', '=', personId)
    .where('role', '=', 'guest')
    .where('withdrawnAt', 'is', null)
    .where((eb) => eb.or([eb('untilOn', 'is', null), eb('untilOn', '>=', today)]))
    .executeTakeFirst();
  if (held === undefined) {
    if (lastOn !== null)
      await giveMembership(tx, { personId, knownAs, role: 'guest', fromOn: today, untilOn: lastOn });
    return;
  }
  await tx
    .updateTable('memberships')
    .set((eb) => ({ untilOn: lastOn ?? today, version: eb('version', '+', 1) }))
    .where('schoolId', '=', actor.schoolId)
    .where('membershipId', '=', held.membershipId)
    .execute();
}
