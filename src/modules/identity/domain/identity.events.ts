export const identityEvents = {
  MembershipGiven: 1,
  MembershipEnded: 1,
  MembershipWithdrawn: 1,
  MemberRenamed: 1,
  PersonInvited: 1,
  InvitationSentAgain: 1,
  InvitationWithdrawn: 1,
  InvitationAccepted: 1,
  GuestPlaceOpened: 1,
  GuestPlaceExtended: 1,
  GuestPlaceEnded: 1,
} as const;
