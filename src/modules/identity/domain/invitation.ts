import { z } from 'zod';
import type { Audience } from '../../../kernel/access.ts';
import type { SchoolDate } from '../../../kernel/dates.ts';
import type { PupilId } from '../../../kernel/ids.ts';
import type { Capacity } from './guest.ts';
import type { RoleName } from './roles.ts';

export const InvitationId = z.uuid().brand<'InvitationId'>();
export type InvitationId = z.output<typeof InvitationId>;

/** What a guest is asked to: these pupils, of their records these audiences, for this reason. */
export type GuestPart = {
  readonly pupilIds: readonly PupilId[];
  readonly sees: readonly Audience[];
  readonly capacity: Capacity;
  readonly reason: string;
};

/** Somebody who is asked to come in by a link. */
export type Invitation = {
  readonly invitationId: InvitationId;
  readonly email: string;
  readonly knownAs: string;
  readonly role: RoleName;
  readonly fromOn: SchoolDate;
  readonly untilOn: SchoolDate | null;
  /** As known at the school. */
  readonly invitedBy: string | null;
  readonly sentAt: Date;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnWhy: string | null;
  /** Null for a colleague. */
  readonly guest: GuestPart | null;
  readonly version: number;
};

export type InvitationState = 'waiting' | 'accepted' | 'withdrawn' | 'expired';

/** A link works once, for seven days from sending, and not after the last day of what it would give (rule access-1). */
export function stateOf(
  of: Pick<Invitation, 'acceptedAt' | 'withdrawnAt' | 'expiresAt' | 'untilOn'>,
  { now, today }: { readonly now: Date; readonly today: SchoolDate },
): InvitationState {
  if (of.acceptedAt !== null) return 'accepted';
  if (of.withdrawnAt !== null) return 'withdrawn';
  return of.expiresAt <= now || (of.untilOn !== null && of.untilOn < today) ? 'expired' : 'waiting';
}
