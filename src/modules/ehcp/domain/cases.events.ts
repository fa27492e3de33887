/** What happens to cases and to what is kept of authorities, with the version of each shape. */
export const casesEvents = {
  CaseOpened: 1,
  CaseEventRecorded: 1,
  CaseEventWithdrawn: 1,
  CaseFactsTold: 1,
  CaseChanged: 1,
  CaseEnded: 1,
  CaseReopened: 1,
  ExceptionClaimed: 1,
  ExceptionClaimWithdrawn: 1,
  RequestWritten: 1,
  RequestAppendicesChosen: 1,
  RequestSent: 1,
  AuthorityAdded: 1,
  AuthorityChanged: 1,
  AuthorityWithdrawn: 1,
} as const;
