import { audiences } from '#src/kernel/access.ts';
import { findCode } from '#src/kernel/codes/codes.ts';
import { leavingReason } from '#src/kernel/codes/leaving-reason.codes.ts';
import { senType } from '#src/kernel/codes/sen-type.codes.ts';
import { longDate, SchoolDate } from '#src/kernel/dates.ts';
import { isDocumentKind, kindLabel } from '#src/modules/documents/index.ts';
import { capacityWords } from '#src/modules/identity/index.ts';
import {
  alertKinds,
  alertsOf,
  contactKinds,
  contactWords,
  enrolmentStatuses,
  enrolmentWords,
  factKinds,
  factLabel,
  factWords,
  relationshipWords,
} from '#src/modules/pupils/index.ts';
import {
  areaLabel,
  concernAreas,
  outcomeLabel,
  outcomes,
  placeLabel,
  senStatuses,
  statusLabel,
} from '#src/modules/register/index.ts';
import { audienceLabel } from '#src/ui/audience-tag.tsx';

type Kind = {
  readonly value: string;
  readonly label: string;
  readonly events: Readonly<Record<string, string>>;
  /** Also whatever an import did. */
  readonly isImport?: boolean;
};

/**
 * The kinds of happening that a timeline can be narrowed to, each with its events in plain words. A new event is a line
 * here; a new kind is an entry.
 */
export const happeningKinds: readonly Kind[] = [
  {
    value: 'status',
    label: 'SEN status',
    events: {
      StatusChanged: 'SEN status changed',
      StatusChangeUndone: 'Change of SEN status undone',
      StatusWithdrawn: 'SEN status withdrawn',
      StatusHistoryRecorded: 'SEN history taken in',
      ParentsTold: 'Parents told of SEN support',
    },
  },
  {
    value: 'needs',
    label: 'Needs and strengths',
    events: {
      NeedsChanged: 'Needs changed',
      NeedHistoryRecorded: 'Earlier needs taken in',
      StrengthAdded: 'Strength added',
      StrengthEnded: 'Strength ended',
      SummaryWritten: 'Own words written',
      CardWritten: 'Lesson card written',
      CardsRead: 'Lesson card read',
      SpecialPlaceGiven: 'Special place given',
      SpecialPlaceEnded: 'Special place ended',
    },
  },
  {
    value: 'concerns',
    label: 'Concerns',
    events: {
      ConcernRaised: 'Concern raised',
      ConcernDecided: 'Concern decided',
      ConcernDecisionUndone: 'Decision on a concern undone',
      ConcernWithdrawn: 'Concern withdrawn',
    },
  },
  {
    value: 'alerts',
    label: 'Alerts',
    events: {
      AlertRaised: 'Alert added',
      AlertEnded: 'Alert ended',
      AlertWithdrawn: 'Alert withdrawn',
      SafeguardingFlagged: 'Safeguarding lead holds a file',
      SafeguardingFlagEnded: 'Safeguarding flag ended',
    },
  },
  {
    value: 'people',
    label: 'People',
    events: {
      CarerRecorded: 'Parent or carer added',
      CarerChanged: 'Details of a parent or carer changed',
      PupilCarerChanged: 'What a parent or carer is to the pupil changed',
      PupilCarerEnded: 'Parent or carer ended',
      KeyWorkerGiven: 'Key worker changed',
      KeyWorkerUndone: 'Change of key worker undone',
    },
  },
  {
    value: 'family',
    label: 'With the family',
    events: {
      VoiceLinkMade: 'Link for the family made',
      VoiceCodeMade: 'New code for a link',
      VoiceLinkOpened: 'Link opened by the family',
      VoiceLinkStopped: 'Link stopped',
      VoiceHeard: 'Views given',
      VoicePictureGiven: 'Picture given',
      VoiceJoined: 'Views read, or put into the plan',
      PlanSigned: 'Plan signed',
      LetterSent: 'Letter to the family',
    },
  },
  {
    value: 'contacts',
    label: 'Contacts',
    events: { ContactLogged: 'Contact, worry or decision' },
  },
  {
    value: 'plans',
    label: 'Plans and reviews',
    events: {
      PlanBegun: 'Plan begun',
      PlanSectionWritten: 'Part of the plan written',
      TargetSet: 'Target set',
      TargetChanged: 'Target changed',
      TargetWithdrawn: 'Target taken out',
      TargetMarked: 'Target marked',
      PlanShared: 'Plan shared with the parents',
      PlanIssued: 'Plan issued',
      PlanReopened: 'Plan opened again',
      PlanReviewed: 'Plan reviewed',
      PlanWithdrawn: 'Plan withdrawn',
      TargetEvidenceAdded: 'Evidence of a target',
      TargetEvidenceWithdrawn: 'Evidence of a target withdrawn',
    },
  },
  {
    value: 'documents',
    label: 'Documents',
    events: {
      DocumentKept: 'Document kept',
      DocumentVersionAdded: 'New version of a document',
      DocumentChanged: 'Details of a document changed',
      DocumentAudienceChanged: 'Who may read a document changed',
      DocumentWithdrawn: 'Document withdrawn',
      DocumentFileRefused: 'File removed by the virus scanner',
      DocumentFileReleased: 'File scanned, and free to be read',
    },
  },
  {
    value: 'tasks',
    label: 'Tasks',
    events: {
      TaskAdded: 'Task added',
      TaskFinished: 'Task done',
      TaskReopened: 'Task opened again',
      TaskMoved: 'Task moved to another date',
      TaskHandedOver: 'Task handed over',
      TaskWithdrawn: 'Task withdrawn',
    },
  },
  {
    value: 'provision',
    label: 'Provision',
    events: {
      PupilPutInRun: 'Provision began',
      PupilTakenOutOfRun: 'Provision ended',
      PupilsPlaceInRunWithdrawn: 'Provision taken back, entered by mistake',
    },
  },
  {
    value: 'access',
    label: 'Who may see',
    events: {
      AudienceChanged: 'Who may read a record changed',
      GuestPlaceOpened: 'A guest was let in',
      GuestPlaceExtended: 'Last day of a guest changed',
      GuestPlaceEnded: 'Access of a guest ended',
      PupilOpenedByTrust: 'Opened by the trust',
    },
  },
  {
    value: 'school',
    label: 'School',
    events: {
      PupilEnrolled: 'Came to the school',
      EnrolmentChanged: 'Enrolment changed',
      EnrolmentEnded: 'Left the school',
      GroupJoined: 'Joined a class or group',
      GroupLeft: 'Left a class or group',
      PupilFactsLearned: 'Facts changed',
      IdentifiersSet: 'Numbers changed',
      AttendanceRecorded: 'Attendance taken in',
      SuspensionRecorded: 'Suspension taken in',
    },
  },
  { value: 'imports', label: 'By import', events: {}, isImport: true },
];

const words = new Map(happeningKinds.flatMap((kind) => Object.entries(kind.events)));

/** What happened, in plain words: an event that has none yet is spelt out of its name. */
export const happeningWords = (type: string): string => {
  const spelt = type.replace(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.get(type) ?? spelt;
};

const labels: Readonly<Record<string, string>> = {
  enrolment: 'Enrolment',
  status: 'Status',
  fromOn: 'From',
  untilOn: 'Until',
  bornOn: 'Born',
  upn: 'UPN',
  former_upn: 'Former UPN',
  uln: 'ULN',
  mis_id: 'Number in the MIS',
  class: 'Class',
  group: 'Group',
  carer: 'Parent or carer',
  words: 'Words',
  kind: 'Kind',
  pastNeeds: 'Earlier needs',
  hasParentalResponsibility: 'Parental responsibility',
  leavingReason: 'Reason for leaving',
  livesWith: 'Lives with the pupil',
  getsLetters: 'Gets letters',
  isRestricted: 'Court restriction',
  title: 'Title',
  owner: 'Who does it',
  contactKind: 'What it was',
  observed: 'What is seen',
  area: 'Area',
  tried: 'What was tried',
  cameOfIt: 'What came of it',
  decision: 'Decision',
  on: 'On',
  matters: 'What matters to me',
  communicates: 'How I communicate',
  helps: 'What helps me',
  audience: 'Who may read it',
  capacity: 'Comes as',
  sees: 'May read',
  documentKind: 'What it is',
  datedOn: 'Dated',
  receivedOn: 'Received',
  fromWhom: 'From whom',
  fileName: 'File',
  currentVersion: 'Version',
  scan: 'Virus scanner',
};

/** The name of a field that changed: `parentsToldOn` → Parents told, `SLCN` → its label. */
export function fieldWords(field: string): string {
  const kind = factKinds.find((one) => one === field);
  if (kind !== undefined) return factLabel(kind);
  const known = labels[field] ?? findCode(senType, field)?.label;
  if (known !== undefined) return known;
  const spelt = field.replace(/On$/, '').replace(/[A-Z_]/g, (letter) => ` ${letter.toLowerCase()}`);
  return spelt.charAt(0).toUpperCase() + spelt.slice(1);
}

/** What a concern and its decision say in codes; null for every other field. */
function concernWords(field: string, value: string): string | null {
  const area = concernAreas.find((one) => field === 'area' && one === value);
  if (area !== undefined) return areaLabel[area];
  const outcome = outcomes.find((one) => field === 'decision' && one === value);
  return outcome === undefined ? null : outcomeLabel[outcome];
}

/** Words of the fields that say who may see; null for any other. */
function accessWords(field: string, value: string): string | null {
  if (field === 'capacity') return capacityWords(value);
  const audience = audiences.find((one) => one === value);
  return audience === undefined || !['audience', 'sees'].includes(field) ? null : audienceLabel[audience];
}

const ownWords: Readonly<Record<string, (value: string) => string>> = {
  relationship: relationshipWords,
  documentKind: (value) => (isDocumentKind(value) ? kindLabel(value) : value),
};

/** Codes of the fields that hold one. `status` is a SEN status, or how a pupil is enrolled. */
function codeWords(field: string, value: string): string {
  const ofConcern = concernWords(field, value);
  if (ofConcern !== null) return ofConcern;
  const kind = factKinds.find((one) => one === field);
  if (kind !== undefined) return factWords(kind, value);
  const sen = senStatuses.find((status) => status === value);
  if (sen !== undefined) return statusLabel[sen];
  const enrolment = enrolmentStatuses.find((status) => status === value);
  if (enrolment !== undefined && (field === 'status' || field === 'enrolment'))
    return enrolmentWords(enrolment);
  const alert = alertKinds.find((one) => one === value);
  if (alert !== undefined && field === 'kind') return alertsOf[alert].label;
  if (field === 'leavingReason') return findCode(leavingReason, value)?.label ?? value;
  const contact = contactKinds.find((one) => one === value);
  if (contact !== undefined && field === 'contactKind') return contactWords[contact];
  const own = ownWords[field];
  if (own !== undefined) return own(value);
  if (value === 'sen_unit' || value === 'resourced_provision') return placeLabel[value];
  return value;
}

/** One side of a change as a person reads it; what was or is not there is a dash. */
export function valueWords(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (Array.isArray(value)) return value.map((one) => valueWords(field, one)).join(', ');
  if (typeof value !== 'string') return String(value);
  const date = SchoolDate.safeParse(value);
  return date.success ? longDate(date.data) : (accessWords(field, value) ?? codeWords(field, value));
}
