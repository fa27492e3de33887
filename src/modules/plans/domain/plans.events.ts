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
  ReviewDaySet: 1,
  CardWritten: 1,
  CardsRead: 1,
  CardLent: 1,
  CardLinkStopped: 1,
} as const;
