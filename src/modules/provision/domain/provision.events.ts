/** What happens to provision, with the version of each shape. */
export const provisionEvents = {
  EntryAdded: 1,
  EntryChanged: 1,
  EntryWithdrawn: 1,
  EntryBroughtBack: 1,
  RunStarted: 1,
  RunChanged: 1,
  RunEnded: 1,
  RunWithdrawn: 1,
  PupilPutInRun: 1,
  PupilTakenOutOfRun: 1,
  PupilsPlaceInRunWithdrawn: 1,
  RunStaffGiven: 1,
  RunStaffEnded: 1,
  RunSlotAdded: 1,
  RunSlotEnded: 1,
  RunFundingSet: 1,
  RunCostRecorded: 1,
  RunCostWithdrawn: 1,
  ThresholdSet: 1,
  ProvisionSettingsChanged: 1,
  SessionLogged: 1,
  SessionChanged: 1,
  SessionUndone: 1,
} as const;

/** After these, who runs the group of whom may be another. */
export const runningEvents: readonly string[] = [
  'RunStarted',
  'RunChanged',
  'RunEnded',
  'RunWithdrawn',
  'PupilPutInRun',
  'PupilTakenOutOfRun',
  'PupilsPlaceInRunWithdrawn',
  'RunStaffGiven',
  'RunStaffEnded',
];

/** After these, an adult’s time may be without its cost. */
export const costingEvents: readonly string[] = ['SessionLogged', 'SessionChanged', 'RateSet'];
