/** What happens to measures and results, with the version of each shape. */
export const assessmentsEvents = {
  ResultRecorded: 1,
  ResultWithdrawn: 1,
  MeasureAdded: 1,
  MeasureChanged: 1,
  MeasureWithdrawn: 1,
} as const;
