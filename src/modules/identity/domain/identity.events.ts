export const identityEvents = {
  MembershipGiven: 1,
  MembershipEnded: 1,
  MembershipWithdrawn: 1,
  MemberRenamed: 1,
  TokenMade: 1,
  TokenRevoked: 1,
} as const;
