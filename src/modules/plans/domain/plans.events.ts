/** What happens to plans, with the version of each shape. */
export const plansEvents = {
  PlanBegun: 1,
  PlanSectionWritten: 1,
  TargetSet: 1,
  TargetChanged: 1,
  TargetWithdrawn: 1,
  TargetMarked: 1,
  TargetEvidenceAdded: 1,
  TargetEvidenceWithdrawn: 1,
  PeopleAsked: 1,
  PersonReminded: 1,
  AskAnswered: 1,
  PlanShared: 1,
  PlanIssued: 1,
  PlanReopened: 1,
  PlanReviewed: 2,
  PlanWithdrawn: 1,
} as const;
