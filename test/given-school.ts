import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import type { GroupId, StaffId, YearId } from '#src/kernel/ids.ts';
import type { Result } from '#src/kernel/result.ts';
import {
  addAcademicYear,
  addGroup,
  addStaff,
  type Group,
  getGroup,
  getStaffMember,
  getYear,
  type NewGroup,
  type NewStaff,
  putStaffInGroup,
  type StaffWithTerms,
  typicalYear,
} from '#src/modules/school/index.ts';
import { inSchool, type School } from './given.ts';

/** The value of something that a test takes for granted. */
export function granted<T>(result: Result<T, string>): T {
  if (!result.ok) throw new Error(`Refused: ${result.refusal}`);
  return result.value;
}

export const yearStart = schoolDate('2026-09-01');

/** An academic year with its typical terms. */
export const academicYear = (school: School, name = '2026/27'): Promise<YearId> =>
  inSchool(school, async (tx) =>
    granted(await addAcademicYear(tx, { name, terms: typicalYear(name).terms })),
  );

export const findYear = (school: School, yearId: YearId) => inSchool(school, (tx) => getYear(tx, yearId));

/** A class from 1 September, `4 Oak` unless the test says otherwise. */
export const group = (school: School, given: Partial<NewGroup> = {}): Promise<GroupId> =>
  inSchool(school, async (tx) =>
    granted(
      await addGroup(tx, {
        kind: 'class',
        name: '4 Oak',
        yearGroup: '4',
        fromOn: yearStart,
        source: 'Sendero',
        ...given,
      }),
    ),
  );

export const findGroup = (school: School, groupId: GroupId): Promise<Group> =>
  inSchool(school, (tx) => getGroup(tx, groupId));

/** Somebody who works at the school, Mrs Ann Doyle unless the test says otherwise. */
export const staff = (school: School, given: Partial<NewStaff> = {}): Promise<StaffId> =>
  inSchool(school, async (tx) =>
    granted(
      await addStaff(tx, {
        title: 'Mrs',
        forename: 'Ann',
        surname: 'Doyle',
        post: 'Teacher',
        source: 'Sendero',
        ...given,
      }),
    ),
  );

export const findStaff = (school: School, staffId: StaffId): Promise<StaffWithTerms> =>
  inSchool(school, (tx) => getStaffMember(tx, staffId));

/** Somebody in charge of a group. */
export const teaching = (
  school: School,
  given: { groupId: GroupId; staffId: StaffId; fromOn?: SchoolDate },
): Promise<string> =>
  inSchool(school, async (tx) =>
    granted(await putStaffInGroup(tx, { fromOn: yearStart, source: 'Sendero', ...given })),
  );
