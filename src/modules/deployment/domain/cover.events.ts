/** What happens when adults are away, with the version of each shape. */
export const coverEvents = {
  AbsencesMarked: 1,
  AbsenceTakenBack: 1,
  DayMended: 1,
  DayMendTakenBack: 1,
} as const;
