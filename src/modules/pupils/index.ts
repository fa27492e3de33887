import type { Reaction } from '#src/platform/db/scope.ts';
import { refreshPupilLines } from './commands/refresh-pupil-lines.ts';
import { refreshReach } from './commands/refresh-reach.ts';

/** What this module keeps true before each commit: the line of a pupil, and who reaches whom. */
export const pupilReactions: readonly Reaction[] = [refreshPupilLines, refreshReach];
export { type ChangedCarer, changeCarer, changePupilCarer } from './commands/change-carer.ts';
export {
  type ChangedEnrolment,
  changeEnrolment,
  type EndedEnrolment,
  endEnrolment,
} from './commands/change-enrolment.ts';
export { enrolPupil, type NewPupil } from './commands/enrol-pupil.ts';
export { type GivenKeyWorker, giveKeyWorker } from './commands/give-key-worker.ts';
export { type JoinedGroup, joinGroup, type LeftGroup } from './commands/join-group.ts';
export { type Learned, type LearnedFact, learnFacts } from './commands/learn-facts.ts';
export { logContact } from './commands/log-contact.ts';
export { raiseAlert } from './commands/raise-alert.ts';
export { type RecordedAttendance, recordAttendance } from './commands/record-attendance.ts';
export { type NewCarer, type RecordedCarer, recordCarer } from './commands/record-carer.ts';
export { type RecordedSuspension, recordSuspension } from './commands/record-suspension.ts';
export { refreshAllPupilLines } from './commands/refresh-pupil-lines.ts';
export { keepReach, refreshAllReach } from './commands/refresh-reach.ts';
export { type RolledOver, rollOver } from './commands/roll-over.ts';
export { type GivenIdentifiers, setIdentifiers } from './commands/set-identifiers.ts';
export { type UndoneKeyWorker, undoKeyWorker } from './commands/undo-key-worker.ts';
export {
  type Alert,
  type AlertAudience,
  type AlertKind,
  alertKinds,
  alertsOf,
  type NewAlert,
  type RaisedKind,
} from './domain/alerts.ts';
export {
  type Carer,
  type CarerDetails,
  type CarerTie,
  carerName,
  languageWords,
  relationshipWords,
  type WayOfContact,
} from './domain/carer.ts';
export { contactNoteForm } from './domain/contact-note.form.ts';
export {
  audiencesToWrite,
  type ContactNote,
  contactKinds,
  contactRefusals,
  contactWords,
  noteAudienceWords,
} from './domain/contact-note.ts';
export {
  type EnrolmentStatus,
  enrolmentStatuses,
  enrolmentWords,
  type IdentifierKind,
  type NewEnrolment,
  type NewIdentifier,
} from './domain/enrolment.ts';
export {
  audienceOfFact,
  type CurrentFact,
  type FactKind,
  factKind,
  factKinds,
  factLabel,
  factWords,
  isSo,
  type NewFact,
  ownSource,
  type Told,
  toldChange,
  toldWords,
  yearWords,
} from './domain/facts.ts';
export { keyWorkerForm, nobody } from './domain/key-worker.form.ts';
export { readPostcode } from './domain/postcode.ts';
export { takenBack } from './domain/pupils.events.ts';
export type { Move, NextClass, RollingPupil, RolloverPlan } from './domain/rollover-plan.ts';
export { readUln } from './domain/uln.ts';
export { checkLetterOf, readUpn, type UpnRead } from './domain/upn.ts';
export { type Enrolment, findPupil, type KeyWorker, type Pupil } from './queries/find-pupil.ts';
export { getRollover } from './queries/get-rollover.ts';
export { listAlerts, listAlertsOf } from './queries/list-alerts.ts';
export {
  type Attendance,
  listAttendance,
  listSuspensions,
  type Suspension,
} from './queries/list-attendance.ts';
export { listCarersOf } from './queries/list-carers-of.ts';
export { type ChronologyPart, type Happening, listChronology } from './queries/list-chronology.ts';
export { listLastContacts } from './queries/list-contact-notes.ts';
export { type Identifier, listIdentifiers } from './queries/list-identifiers.ts';
export { type KeyWorkerSpell, listKeyWorkersOf } from './queries/list-key-workers.ts';
export { listNamesOf } from './queries/list-names-of.ts';
export { listNotOnRoll } from './queries/list-not-on-roll.ts';
export { type FoundPupil, searchPupils } from './queries/search-pupils.ts';
