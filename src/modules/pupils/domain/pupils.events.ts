/** What happens to pupils, with the version of each shape. */
export const pupilsEvents = {
  PupilEnrolled: 1,
  PupilFactsLearned: 1,
  IdentifiersSet: 1,
  EnrolmentChanged: 1,
  EnrolmentEnded: 1,
  GroupJoined: 1,
  GroupLeft: 1,
  CarerRecorded: 1,
  CarerChanged: 1,
  PupilCarerChanged: 1,
  PupilCarerEnded: 1,
  AlertRaised: 1,
  AlertEnded: 1,
  AlertWithdrawn: 1,
  KeyWorkerGiven: 1,
  AttendanceRecorded: 1,
  SuspensionRecorded: 1,
} as const;
export type PupilsEvent = keyof typeof pupilsEvents;

/** The events after which a pupil's line is drawn anew. */
export const lineEvents: readonly string[] = [
  'PupilEnrolled',
  'PupilFactsLearned',
  'IdentifiersSet',
  'EnrolmentChanged',
  'EnrolmentEnded',
  'GroupJoined',
  'GroupLeft',
] satisfies readonly PupilsEvent[];

/** The events after which reach is derived anew for the pupils they speak of. */
export const ownReachEvents: readonly string[] = [
  'EnrolmentEnded',
  'GroupJoined',
  'GroupLeft',
  'KeyWorkerGiven',
] satisfies readonly PupilsEvent[];

/** The school's events after which reach is derived anew for everybody: who teaches what, who is who. */
export const schoolReachEvents: readonly string[] = [
  'GroupChanged',
  'GroupStaffed',
  'StaffAdded',
  'StaffChanged',
];
