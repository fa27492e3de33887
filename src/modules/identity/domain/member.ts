import { z } from 'zod';
import { addDays, type SchoolDate } from '#src/kernel/dates.ts';
import type { PersonId } from '#src/kernel/ids.ts';
import type { RoleName } from './roles.ts';

export const MembershipId = z.uuid().brand<'MembershipId'>();
export type MembershipId = z.output<typeof MembershipId>;

/** A role that somebody holds at the school from a day until a day, both included. */
export type Membership = {
  readonly membershipId: MembershipId;
  readonly personId: PersonId;
  readonly role: RoleName;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
};

/** Somebody who signs in, as the school knows them. */
export type SchoolMember = {
  readonly personId: PersonId;
  readonly knownAs: string;
  readonly version: number;
  /** The newest first. */
  readonly memberships: readonly Membership[];
};

export const isHeldOn = (
  { fromOn, untilOn }: Pick<Membership, 'fromOn' | 'untilOn'>,
  on: SchoolDate,
): boolean => fromOn <= on && (untilOn === null || untilOn >= on);

const administrators: readonly RoleName[] = ['senco', 'assistant_senco'];

/**
 * Whether the school would have nobody who gives roles, were this membership to end after `lastOn` (null: it
 * never was). A school without a SENCO and an assistant SENCO could be opened again only from the shell.
 */
export function leavesNoAdministrator(
  all: readonly Membership[],
  ending: { readonly membership: Membership; readonly lastOn: SchoolDate | null },
  today: SchoolDate,
): boolean {
  const { membership, lastOn } = ending;
  if (!administrators.includes(membership.role)) return false;
  const dayAfter = lastOn === null ? today : addDays(lastOn, 1);
  const from = dayAfter < today ? today : dayAfter;
  if (!isHeldOn(membership, from)) return false;
  return !all.some(
    (other) =>
      other.membershipId !== membership.membershipId &&
      administrators.includes(other.role) &&
      isHeldOn(other, from),
  );
}
