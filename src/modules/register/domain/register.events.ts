/** What happens to the register, with the version of each shape. */
export const registerEvents = {
  StatusChanged: 1,
  StatusChangeUndone: 1,
  StatusWithdrawn: 1,
  StatusHistoryRecorded: 1,
  ParentsTold: 1,
  NeedsChanged: 1,
  StrengthAdded: 1,
  StrengthEnded: 1,
  SummaryWritten: 1,
  SpecialPlaceGiven: 1,
  SpecialPlaceEnded: 1,
  ViewSaved: 1,
  ViewChanged: 1,
  ViewRemoved: 1,
  BulkChangeDone: 1,
  BulkChangeUndone: 1,
} as const;
