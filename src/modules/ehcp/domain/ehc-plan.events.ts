/** What happens to EHC plans, with the version of each shape. */
export const ehcPlanEvents = {
  EhcPlanBegun: 1,
  EhcPlanEnded: 1,
  EhcPlanReopened: 1,
  EhcEntryBegun: 1,
  EhcEntryWritten: 1,
  EhcEntryThrownAway: 1,
  EhcVersionKept: 1,
  EhcRunTied: 1,
  EhcRunUntied: 1,
  EhcTargetsLinked: 1,
  AdviceRecorded: 1,
  AdviceWithdrawn: 1,
  AdviceDecided: 1,
} as const;
