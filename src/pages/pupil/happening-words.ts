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
import { happeningKinds } from './happening-kinds.ts';

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
