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
  SafeguardingFlagged: 1,
  SafeguardingFlagEnded: 1,
  KeyWorkerGiven: 1,
  KeyWorkerUndone: 1,
  AttendanceRecorded: 1,
  SuspensionRecorded: 1,
  ContactLogged: 1,
  YearRolledOver: 1,
} as const;
export type PupilsEvent = keyof typeof pupilsEvents;

/** The events after which the lines of the pupils they speak of are drawn anew. */
export const lineEvents: readonly string[] = [
  'PupilEnrolled',
  'PupilFactsLearned',
  'IdentifiersSet',
  'EnrolmentChanged',
  'EnrolmentEnded',
  'GroupJoined',
  'GroupLeft',
  'ImportUndone',
] satisfies readonly (PupilsEvent | 'ImportUndone')[];

/** The school's events after which every line is drawn anew: a class may be called otherwise, or end. */
export const schoolLineEvents: readonly string[] = ['GroupChanged', 'GroupEnded'];

/** A later module announces it: what an import did was taken back, teaching included. */
export const takenBack = 'ImportUndone';

/** The events after which reach is derived anew for the pupils they speak of. */
export const ownReachEvents: readonly string[] = [
  'EnrolmentEnded',
  'GroupJoined',
  'GroupLeft',
  'KeyWorkerGiven',
  'KeyWorkerUndone',
] satisfies readonly PupilsEvent[];
