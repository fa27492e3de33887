import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { educationalRecordSchoolDays, personalDataDue } from './rights-clocks.ts';

describe('a request about personal data', () => {
  it.each([
    ['2026-11-02', 0, '2026-12-02'],
    ['2026-01-31', 0, '2026-02-28'],
    ['2026-01-31', 2, '2026-04-30'],
    ['2026-11-30', 1, '2027-01-30'],
  ])('received %s, %i months longer: due %s (rule priv-5)', (received, longer, expected) => {
    expect(personalDataDue(schoolDate(received), longer).lastOn).toBe(expected);
  });

  it('names the reading that would give more time, and does not use it', () => {
    const due = personalDataDue(schoolDate('2026-11-05'));
    expect([due.lastOn, due.safeOn]).toEqual(['2026-12-05', '2026-12-05']);
    expect(due.disputed).toContain('weekend');
  });

  it('is fifteen school days for the educational record (rule priv-6)', () => {
    expect(educationalRecordSchoolDays).toBe(15);
  });
});
