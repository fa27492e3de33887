/** After these, who helps whom may be another. */
export const placingEvents = [
  'WeekPlaced',
  'DemandAdded',
  'DemandChanged',
  'DemandWithdrawn',
  'DayMended',
  'DayMendTakenBack',
] as const;

/** What happens to the week of the adults, with the version of each shape. */
export const deploymentEvents = {
  SchoolWeekSet: 1,
  AdultWeekSet: 1,
  AdultWeekEnded: 1,
  SkillAdded: 1,
  AdultSkillRecorded: 1,
  AdultSkillEnded: 1,
  AdultKeptApart: 1,
  AdultKeptApartEnded: 1,
  FixedPointAdded: 1,
  FixedPointWithdrawn: 1,
  DemandAdded: 1,
  DemandChanged: 1,
  DemandWithdrawn: 1,
  WeekPlaced: 1,
  WeekSuggestionAsked: 1,
  WeekSuggestionStopped: 1,
  ScenarioAsked: 1,
  ScenarioPutAway: 1,
} as const;
