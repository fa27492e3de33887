/** What happens to plans, with the version of each shape. */
export const plansEvents = {
  PlanBegun: 1,
  PlanSectionWritten: 1,
  TargetSet: 1,
  TargetChanged: 1,
  TargetWithdrawn: 1,
  PlanShared: 1,
  PlanIssued: 1,
  PlanReopened: 1,
  PlanReviewed: 1,
  PlanWithdrawn: 1,
  FindingSetAside: 1,
  FindingBroughtBack: 1,
  BankEntryKept: 1,
  BankEntryChanged: 1,
  BankEntryWithdrawn: 1,
} as const;
