import { describe, expect, it } from 'vitest';
import { plain, schoolDate } from '#src/kernel/dates.ts';
import { newId, StaffId } from '#src/kernel/ids.ts';
import { absentForm } from './absence.form.ts';
import { absenceFault, awayOn, timesWords } from './absence.ts';

const today = schoolDate('2026-11-24');
const isOpen = (day: string) => plain(schoolDate(day)).dayOfWeek < 6 && day < '2026-12-19';
const told = (fromOn: string, untilOn = fromOn, fromMinute = 0, untilMinute = 1440) => ({
  fromOn: schoolDate(fromOn),
  untilOn: schoolDate(untilOn),
  fromMinute,
  untilMinute,
});

describe('an absence (rule cover-1)', () => {
  it.each([
    [told('2026-11-24'), null],
    [told('2026-11-20', '2026-11-24'), null],
    [told('2026-11-24', '2026-11-23'), 'ends_before_start'],
    [told('2026-11-24', '2026-11-24', 600, 540), 'ends_before_it_starts'],
    [told('2026-11-23'), 'past'],
    [told('2027-11-24'), 'too_far'],
    [told('2026-11-28', '2026-11-29'), 'school_shut'],
    [told('2026-12-21', '2026-12-23'), 'school_shut'],
  ])('of %o is answered with %s', (times, fault) => {
    expect(absenceFault(times, { today, isOpen })).toBe(fault);
  });

  it('is of the days from the first to the last', () => {
    const away = {
      ...told('2026-11-24', '2026-11-25', 540, 720),
      absenceId: newId(),
      staffId: StaffId.parse(newId()),
      name: 'Mrs Doyle',
      version: 1,
    };
    expect(awayOn([away], schoolDate('2026-11-25'))).toEqual([
      { staffId: away.staffId, from: 540, until: 720 },
    ]);
    expect(awayOn([away], schoolDate('2026-11-26'))).toEqual([]);
    expect([told('2026-11-24'), away, told('2026-11-24', '2026-11-24', 570)].map(timesWords)).toEqual([
      'all day',
      '9.00 to 12.00',
      'from 9.30',
    ]);
  });

  it('takes times as people type them', () => {
    const times = ['9.30', '09:30', '930', '', '25.00'].map(
      (fromTime) => absentForm.schema.safeParse({ staffIds: [newId()], fromTime }).data?.fromTime ?? null,
    );
    expect(times).toEqual([570, 570, 570, null, null]);
  });
});
