/** What happens to the measuring of runs, with the version of each shape. */
export const impactEvents = {
  RunMeasuresChosen: 1,
  EntryAndExitChosen: 1,
  RunReviewed: 1,
  ImpactSharingSet: 1,
} as const;
