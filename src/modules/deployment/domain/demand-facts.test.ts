import { describe, expect, it } from 'vitest';
import { clockOf, minuteOf, spansOf } from './clock-times.ts';
import { startsOf, type When } from './demand-facts.ts';
import { lineInSlots } from './demand-of-line.ts';
import { readSchoolDay, writeSchoolDay } from './school-day.ts';
import type { Slot } from './week.ts';

const slot = (slotId: string, from: number, until: number, kind: Slot['kind'] = 'lesson'): Slot => ({
  ...{ slotId, from, until, kind },
  day: 1,
});
const day = [slot('a', 540, 600), slot('b', 600, 660), slot('x', 660, 675, 'break'), slot('c', 675, 735)];
const when: When = { length: 1, weekdays: null, from: null, until: null, kinds: ['lesson'], exact: null };
const starts = (given: Partial<When>, taken: Parameters<typeof startsOf>[2] = []) =>
  [...startsOf(day, { ...when, ...given }, taken)].join('');

describe('where help may begin (rule dep-1)', () => {
  it.each([
    ['in any lesson', {}, 'abc'],
    ['where two lessons follow one another', { length: 2 }, 'a'],
    ['over the break, where breaks count', { length: 3, kinds: ['lesson', 'break'] as const }, 'ab'],
    ['nowhere, when it is longer than the day', { length: 5, kinds: ['lesson', 'break'] as const }, ''],
    ['not before a time', { from: 600 }, 'bc'],
    ['only when it is over in time', { until: 660 }, 'ab'],
    ['on its days alone', { weekdays: [2] }, ''],
    ['where its record says, whatever the kind', { exact: [{ day: 1, minute: 662 }] }, 'x'],
  ])('%s', (_, given, expected) => {
    expect(starts(given)).toBe(expected);
  });

  it('not while a pupil must not be missed elsewhere, to the minute', () => {
    expect(starts({}, [{ day: 1, from: 590, until: 601 }])).toBe('c');
    expect(starts({}, [{ day: 1, from: 600, until: 660 }])).toBe('ac');
  });
});

describe('times as people write them', () => {
  it.each([
    ['8.45 to 12, 12.30-15.15', [525, 720, 750, 915]],
    ['0900 – 10:00', [540, 600]],
    ['', []],
    ['12 to 9', null],
    ['9 to 10 and 9.30 to 11', null],
    ['mornings', null],
    ['25.00 to 26.00', null],
  ])('%s', (typed, expected) => {
    expect(spansOf(typed)?.flatMap(({ from, until }) => [from, until]) ?? null).toEqual(expected);
  });

  it('are said and read back the same, each minute of a day', () => {
    for (let minute = 0; minute < 1440; minute += 7) expect(minuteOf(clockOf(minute))).toBe(minute);
  });

  it('make a school day, with a day that is otherwise, and are written as they were read', () => {
    const read = readSchoolDay('9.00 to 10.00 lesson\n10.00 to 10.15 break\nFriday\n9.00 to 12.00 lessons');
    expect(read.ok && read.value.length).toBe(9);
    const slots = read.ok ? read.value : [];
    const written = writeSchoolDay(
      slots.map(({ day: weekday, from: fromMinute, until: untilMinute, kind }) => ({
        ...{ weekday, fromMinute, untilMinute, kind },
      })),
    );
    expect(readSchoolDay(written)).toEqual(read);
  });

  it.each([
    ['9.00 to 10.00', 'must end with'],
    ['morning lesson', 'must begin with times'],
    ['  ', 'at least one'],
  ])('refuse %s in words', (typed, words) => {
    const read = readSchoolDay(typed);
    expect(read.ok ? '' : read.refusal).toContain(words);
  });
});

it.each([
  [
    { minutes: 20, times: 5 },
    { times: 5, length: 1 },
  ],
  [
    { minutes: 40, times: 2 },
    { times: 2, length: 2 },
  ],
  [
    { minutes: 900, times: 1 },
    { times: 30, length: 1 },
  ],
])('a line of %o in lessons of 30 minutes is %o', (line, expected) => {
  expect(lineInSlots(line, 30)).toEqual(expected);
});
