import type { SchoolDate } from '#src/kernel/dates.ts';
import { addMonths, type LastDay } from './periods.ts';

/**
 * By when a request to see, or to put right, personal data is answered: one calendar month from receipt, the
 * corresponding date, else the last day of the month (rule priv-5). Up to two months more where it is complex and the
 * asker was told within the first. UK GDPR art. 12(3). Received 31 Jan 2026 → 28 Feb; two months longer → 30 Apr.
 */
export const personalDataDue = (receivedOn: SchoolDate, longerByMonths = 0): LastDay => {
  const on = addMonths(receivedOn, 1 + longerByMonths);
  return {
    lastOn: on,
    safeOn: on,
    disputed:
      'The regulator’s guide lets a last day at a weekend or on a bank holiday move to the next working day (unverified). That is not leaned on here',
  };
};

/**
 * The school days within which a maintained school lets a parent see the educational record (rule priv-6).
 * Education (Pupil Information) (England) Regulations 2005, reg. 5. Academies have no equal duty.
 */
export const educationalRecordSchoolDays = 15;
