import type { Reaction } from '#src/platform/db/scope.ts';
import { endGuestsOfLeavers } from './commands/change-guest-place.ts';

/** What this module keeps true before each commit: no guest outstays the pupil. */
export const identityReactions: readonly Reaction[] = [endGuestsOfLeavers];
export { endGuestPlace, extendGuestPlace } from './commands/change-guest-place.ts';
export { giveMembership, giveTrustMembership } from './commands/give-membership.ts';
export { invite } from './commands/invite.ts';
export { type LinkToken, linkToken, readLinkToken } from './commands/link-token.ts';
export { type MadeToken, makeToken, type NewToken } from './commands/make-token.ts';
export { passwordFault } from './commands/password-strength.ts';
export { placeOf } from './commands/place-of.ts';
export { revokeToken } from './commands/revoke-token.ts';
export type { FirstStart } from './commands/set-up.ts';
export { type KnownProgram, useToken } from './commands/use-token.ts';
export { type ApiToken, ApiTokenId, rolesForPrograms, stateOfToken } from './domain/api-token.ts';
export {
  capacityWords,
  type GuestPlace,
  guestSeesWords,
  isOpenOn,
  lastDayFault,
  usualLastDay,
} from './domain/guest.ts';
export { endGuestForm, extendGuestForm, inviteGuestForm } from './domain/invitation.form.ts';
export { type Invitation, stateOf } from './domain/invitation.ts';
export { linkWords } from './domain/link-words.ts';
export { givenRoles, isOfTrustOnly, isRoleName, type RoleName, roleNames, roles } from './domain/roles.ts';
export { findActor } from './queries/find-actor.ts';
export { findApiToken, listApiTokens } from './queries/list-api-tokens.ts';
export { type Colleague, listColleagues, listReachedBy } from './queries/list-colleagues.ts';
export { findGuestPlace, listGuestPlaces, listOwnPlaces } from './queries/list-guests.ts';
export { listHolders } from './queries/list-holders.ts';
export { listInvitations } from './queries/list-invitations.ts';
export type { Place } from './queries/list-places.ts';
