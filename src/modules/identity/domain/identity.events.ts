export const identityEvents = {
  MembershipGiven: 1,
  MembershipEnded: 1,
  MembershipWithdrawn: 1,
  MemberRenamed: 1,
} as const;
