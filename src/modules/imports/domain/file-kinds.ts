import { type FieldName, fields } from './fields.ts';
import type { HeadingRead } from './headings.ts';

/** What a file may be about. One file may be several kinds at once. */
export type FileKind =
  | 'pupils'
  | 'contacts'
  | 'sen'
  | 'classes'
  | 'staff'
  | 'attendance'
  | 'suspensions'
  | 'timetable';

/** Tells the kinds of a file by headings that can mean nothing else, or by pairs of them. */
export function kindsOf(reads: readonly HeadingRead[]): readonly FileKind[] {
  const has = (...names: readonly FieldName[]): boolean =>
    reads.some((read) => read.candidates.some((name) => names.includes(name)));
  /** The heading means this and nothing else. */
  const only = (...names: readonly FieldName[]): boolean =>
    reads.some(
      ({ candidates: [first, ...others] }) =>
        first !== undefined && others.length === 0 && names.includes(first),
    );
  const says = (pattern: RegExp): boolean => reads.some(({ words }) => pattern.test(words));

  const isDayInPeriod = has('groupName') && has('room');
  if (only('period') && (has('day') || isDayInPeriod)) return ['timetable'];
  const isOfPupils = has('upn', 'bornOn', 'yearGroup') || says(/\b(pupil|student)\b/);
  const namesStaff = says(/^(staff|teacher) (code|initials|id)$|^initials$/) && !only('subject');
  if (!isOfPupils && (only('staffRole', 'staffFte') || namesStaff)) return ['staff'];

  const hasSuspensions =
    says(/\b(suspension|suspended|exclusion|excluded)\b/) ||
    (has('suspensionCategory') && has('suspensionReason'));
  const hasTeacher = only('teacher') || (has('teacher') && has('groupName'));
  const kinds: readonly (readonly [FileKind, boolean])[] = [
    ['pupils', hasPupils(has)],
    ['contacts', reads.some(isOfContact)],
    ['sen', has('senStatus', 'need', 'primaryNeed', 'needRank')],
    ['classes', (only('subject') || hasTeacher) && has('groupName', 'classGroup')],
    ['attendance', has('attendancePercent', 'attendancePossible')],
    ['suspensions', hasSuspensions],
  ];
  return kinds.filter(([, isSo]) => isSo).map(([kind]) => kind);
}

const OF_A_ROLL: readonly FieldName[] = ['bornOn', 'sex', 'yearGroup', 'classGroup', 'entryOn', 'misId'];

/** A list of pupils names them and tells several things of a roll: a list of needs or contacts tells at most one. */
function hasPupils(has: (...names: readonly FieldName[]) => boolean): boolean {
  const isNamed = has('fullName') || (has('surname') && has('forename'));
  return isNamed && OF_A_ROLL.filter((name) => has(name)).length >= 2;
}

const SHARED_WITH_PUPIL = new Set<FieldName>([
  'contactFullName',
  'contactMisId',
  'contactOrder',
  'contactTitle',
]);

/** Does the heading speak of a contact, and could it speak of nobody else? */
function isOfContact({ candidates, owner, words }: HeadingRead): boolean {
  if (words === 'contact number' || candidates.length === 0) return false;
  if (owner === 'contact') return true;
  return candidates.every((name) => fields[name].subject === 'contact' && !SHARED_WITH_PUPIL.has(name));
}
