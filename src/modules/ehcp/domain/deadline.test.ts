import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { newId, PupilId } from '#src/kernel/ids.ts';
import type { Clock } from '#src/modules/statutory/index.ts';
import { feedEntries } from './calendar-feed.ts';
import { isLate, isOpen } from './clock-words.ts';
import { byUrgency, type Deadline, groupDeadlines } from './deadline.ts';
import { digestWords, ofDigest, wantsDigest } from './digest.ts';
import { tellingKey, toTellHead } from './escalation.ts';

const today = schoolDate('2026-11-24');

const clock = (given: Partial<Clock> & { readonly due: string }): Clock => {
  const { due, ...rest } = given;
  return {
    id: 'V7',
    name: 'Send the report of the meeting',
    owedBy: 'school',
    startedOn: schoolDate('2026-11-10'),
    dueOn: schoolDate(due),
    alertOn: schoolDate(due),
    force: 'LAW',
    rule: 'W',
    limit: '2 weeks',
    source: 'SEND Regulations 2014 reg 20(7)',
    why: '2 weeks (14 days) after Tue 10 Nov 2026.',
    metOn: null,
    exceptions: [],
    ...rest,
  };
};

const deadline = (
  due: string,
  given: Partial<Omit<Deadline, 'clock' | 'state'>> & { clock?: Partial<Clock> } = {},
): Deadline => {
  const { clock: told, ...rest } = given;
  const dueOn = schoolDate(due);
  const days = (Date.parse(today) - Date.parse(dueOn)) / 86_400_000;
  return {
    caseId: newId(),
    kind: 'annual-review',
    pupilId: PupilId.parse(newId()),
    surname: 'Okafor',
    forename: 'Amara',
    className: '4 Oak',
    authorityId: null,
    authority: 'Harebell',
    clock: clock({ due, ...told }),
    state: days > 0 ? { is: 'late', days, endedOn: null } : { is: 'running', daysLeft: -days },
    ...rest,
  };
};

describe('the order of deadlines (rule due-1)', () => {
  const late = deadline('2026-11-20');
  const later = deadline('2026-11-02');
  const soon = deadline('2026-11-26');
  const custom = deadline('2026-11-26', { clock: { force: 'PRACTICE' } });

  it('has the late ones first, then the days, and of one day the law before custom', () => {
    expect([custom, soon, late, later].toSorted(byUrgency)).toEqual([later, late, soon, custom]);
  });

  it('does not call late what was done late, nor where an exception is claimed', () => {
    expect(isLate(late)).toBe(true);
    expect(isLate({ state: { is: 'late', days: 2, endedOn: today } })).toBe(false);
    expect(isLate({ state: { is: 'exception claimed', on: today, days: 3 } })).toBe(false);
    expect(isOpen({ state: { is: 'late', days: 2, endedOn: today } })).toBe(false);
    expect(isOpen({ state: { is: 'met', on: today } })).toBe(false);
    expect(isOpen({ state: { is: 'exception claimed', on: today, days: 3 } })).toBe(true);
    expect([late, soon].every(isOpen)).toBe(true);
  });

  it('is told by week: late ones by whose they are, then this week, the next and those after', () => {
    const theirs = deadline('2026-11-18', { clock: { owedBy: 'authority' } });
    const claimed = {
      ...deadline('2026-11-19'),
      state: { is: 'exception claimed' as const, on: today, days: 5 },
    };
    const groups = groupDeadlines(
      [deadline('2026-12-07'), deadline('2026-11-30'), soon, claimed, late, theirs],
      'week',
      today,
    );
    expect(groups.map(({ label, deadlines }) => [label, deadlines.length])).toEqual([
      ['Late: theirs', 1],
      ['Late: ours', 1],
      ['An exception is claimed', 1],
      ['This week', 1],
      ['Next week', 1],
      ['Week of 7 December 2026', 1],
    ]);
  });

  it('is told by pupil and by authority too, and never joins two pupils of one name', () => {
    const other = deadline('2026-11-26');
    expect(groupDeadlines([late, other], 'pupil', today).map(({ label }) => label)).toEqual([
      'Okafor, Amara · 4 Oak',
      'Okafor, Amara · 4 Oak',
    ]);
    const nobody = deadline('2026-11-25', { authority: null, className: null });
    expect(groupDeadlines([late, nobody], 'authority', today).map(({ label }) => label)).toEqual([
      'Harebell',
      'No authority is named',
    ]);
    expect(groupDeadlines([nobody], 'pupil', today)[0]?.label).toBe('Okafor, Amara');
  });
});

describe('what leaves Sendero names nobody (rule due-2)', () => {
  const all = [
    deadline('2026-11-20'),
    deadline('2026-11-26'),
    deadline('2026-11-26'),
    deadline('2026-11-23', { clock: { owedBy: 'authority', name: 'Send the final plan' } }),
    deadline('2026-12-08'),
  ];

  it('in a calendar', () => {
    const entries = feedEntries(all);
    expect(entries.map(({ on }) => on)).toEqual(all.map((one) => one.clock.dueOn));
    expect(entries[0]?.title).toBe('Annual review, ours: Send the report of the meeting');
    expect(entries[3]?.title).toBe('Annual review, by the authority: Send the final plan');
    expect(new Set(entries.map(({ id }) => id)).size).toBe(all.length);
    expect(JSON.stringify(entries)).not.toMatch(/Okafor|Amara|Oak/);
  });

  it('in the weekly mail: what and by when, the same once with its count, two weeks ahead', () => {
    const words = digestWords(ofDigest(all, today));
    expect(words).toEqual([
      'Late, ours\n- Fri 20 Nov 2026: Send the report of the meeting (annual review)',
      'Late, others’\n- Mon 23 Nov 2026: Send the final plan (annual review)',
      'Due from us\n- Thu 26 Nov 2026: Send the report of the meeting (annual review) (2 times)',
    ]);
    expect(digestWords([])).toEqual([]);
  });

  it('goes to those who run cases until they say otherwise', () => {
    expect([wantsDigest(null, ['senco']), wantsDigest(null, ['assistant_senco', 'teacher'])]).toEqual([
      true,
      true,
    ]);
    expect([wantsDigest(null, ['head']), wantsDigest(true, ['head']), wantsDigest(false, ['senco'])]).toEqual(
      [false, true, false],
    );
  });
});

describe('what the head is told (rule due-3)', () => {
  it.each([
    ['2026-11-23', 'school', 'LAW', false],
    ['2026-11-24', 'school', 'LAW', true],
    ['2026-11-29', 'school', 'LAW', true],
    ['2026-11-30', 'school', 'LAW', false],
    ['2026-11-27', 'authority', 'LAW', false],
    ['2026-11-27', 'school', 'CoP', false],
  ] as const)('due %s, of the %s, %s: %s', (due, owedBy, force, isTold) => {
    const one = deadline(due, { clock: { owedBy, force } });
    expect(toTellHead([one], new Set(), today)).toEqual(isTold ? [one] : []);
  });

  it('is told once for each date', () => {
    const one = deadline('2026-11-27');
    const { caseId } = one;
    const key = (due: string) => tellingKey({ caseId, clockId: 'V7', dueOn: schoolDate(due) });
    expect(toTellHead([one], new Set([key('2026-11-27')]), today)).toEqual([]);
    expect(toTellHead([one], new Set([key('2026-11-26')]), today)).toEqual([one]);
  });
});
