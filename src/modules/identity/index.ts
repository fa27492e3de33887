export { giveMembership, giveTrustMembership } from './commands/give-membership.ts';
export type { FirstStart } from './commands/set-up.ts';
export { givenRoles, isRoleName, type RoleName, roleNames, roles } from './domain/roles.ts';
export { findActor } from './queries/find-actor.ts';
export { type Colleague, listColleagues, listReachedBy } from './queries/list-colleagues.ts';
export type { Place } from './queries/list-places.ts';
