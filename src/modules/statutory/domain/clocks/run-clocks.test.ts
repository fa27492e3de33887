import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, schoolDate } from '#src/kernel/dates.ts';
import { datesOf, givenClocks, ranClocks } from '#test/given-clocks.ts';
import { bankHolidaysBetween } from '../bank-holidays.ts';
import type { ClockRule, Process } from './clock.ts';
import { notStarted, stateOf } from './clock-state.ts';
import { isProcessName, processes, processNames } from './processes.ts';
import { disorder, runClocks } from './run-clocks.ts';
import { toldCalendar } from './told-calendar.ts';

const all: readonly (readonly [string, Process])[] = Object.entries(processes);
const someDay = fc.integer({ min: 0, max: 3900 }).map((count) => addDays(schoolDate('2018-09-01'), count));
const backwards: readonly ClockRule['limit']['rule'][] = ['N', 'X', 'P'];

/** A process with each of its events on some day, and one value of each of its facts. */
const someGiven = fc.constantFrom(...all).chain(([name, process]) => {
  const facts: Readonly<Record<string, readonly string[]>> = process.facts;
  return fc.record({
    name: fc.constantFrom(name),
    process: fc.constant(process),
    events: fc.dictionary(fc.constantFrom(...process.events), someDay, { maxKeys: 6 }),
    facts: fc.record(
      Object.fromEntries(Object.entries(facts).map(([fact, values]) => [fact, fc.constantFrom(...values)])),
    ),
  });
});

describe('the clocks', () => {
  it('warn on the day or before, never after it is due', () => {
    fc.assert(
      fc.property(someGiven, ({ process, events, facts }) => {
        for (const clock of runClocks(process, givenClocks({ events, facts })).clocks)
          expect(clock.alertOn <= clock.dueOn).toBe(true);
      }),
    );
  });

  it('are never due before what starts them, but for what must happen beforehand', () => {
    fc.assert(
      fc.property(someGiven, ({ process, events, facts }) => {
        for (const clock of runClocks(process, givenClocks({ events, facts })).clocks) {
          const isBeforehand =
            backwards.includes(clock.rule) || clock.id === 'phase-transfer-meeting' || clock.id === 'V12';
          if (!isBeforehand) expect(clock.dueOn >= clock.startedOn).toBe(true);
        }
      }),
    );
  });

  it('fall no earlier when the event that starts them is a day later', () => {
    const starts = all.flatMap(([name, process]) =>
      process.clocks.flatMap((rule) => rule.starts.map((event) => ({ name, event, process }))),
    );
    fc.assert(
      fc.property(fc.constantFrom(...starts), someDay, ({ process, event }, day) => {
        const facts = { kind: 'primary-secondary', appealable: 'yes', childProtection: 'yes' };
        const on = (date: string) =>
          runClocks(process, givenClocks({ events: { [event]: date }, facts })).clocks;
        const later = new Map(on(addDays(day, 1)).map(({ id, dueOn }) => [id, dueOn]));
        for (const { id, dueOn } of on(day)) expect((later.get(id) ?? dueOn) >= dueOn).toBe(true);
      }),
    );
  });

  it('are moved by no bank holiday unless their rule counts working or school days or rolls', () => {
    const rolls = ['T9', 'la-transfer-plan', 'child-protection-file'];
    const holidays = bankHolidaysBetween(schoolDate('2018-09-01'), schoolDate('2029-01-01')).map(
      ({ on }) => on,
    );
    fc.assert(
      fc.property(someGiven, fc.constantFrom(...holidays), ({ process, events, facts }, holiday) => {
        const given = givenClocks({ events, facts });
        const shut = givenClocks({ events, facts, closures: [[holiday, addDays(holiday, 40)]] });
        const dates = (which: typeof given) =>
          runClocks(process, which)
            .clocks.filter(({ id, rule }) => !rule.endsWith('days') && !rolls.includes(id))
            .map(({ id, dueOn, alertOn }) => [id, dueOn, alertOn]);
        expect(dates(shut)).toEqual(dates(given));
      }),
    );
  });

  it('of days and weeks move with their events: no weekend and no holiday counts', () => {
    const counted = (id: string, rule: string) =>
      ['W', 'B', 'N'].includes(rule) && !['la-transfer-plan', 'phase-transfer-meeting'].includes(id);
    const datesFor = (process: Process, told: Parameters<typeof givenClocks>[0]) =>
      runClocks(process, givenClocks(told))
        .clocks.filter(({ id, rule }) => counted(id, rule))
        .toSorted((one, other) => one.id.localeCompare(other.id));
    fc.assert(
      fc.property(someGiven, fc.integer({ min: 1, max: 800 }), ({ process, events, facts }, by) => {
        const moved = Object.fromEntries(
          Object.entries(events).map(([name, date]) => [name, addDays(schoolDate(date), by)]),
        );
        const [before, after] = [
          datesFor(process, { events, facts }),
          datesFor(process, { events: moved, facts }),
        ];
        expect(after.map(({ id, dueOn, alertOn }) => [id, dueOn, alertOn])).toEqual(
          before.map(({ id, dueOn, alertOn }) => [id, addDays(dueOn, by), addDays(alertOn, by)]),
        );
      }),
    );
  });

  it('of weeks fall on the same day of the week, whatever the day', () => {
    fc.assert(
      fc.property(someDay, (requested) => {
        const { A2 = '', A6 = '', A11 = '' } = datesOf('needs-assessment', { events: { requested } });
        expect([A2, A6, A11].map((date) => date.slice(0, 10))).toEqual(
          [42, 112, 140].map((count) => addDays(requested, count)),
        );
      }),
    );
  });

  it('come in the order of their due dates', () => {
    fc.assert(
      fc.property(someGiven, ({ process, events, facts }) => {
        const dates = runClocks(process, givenClocks({ events, facts })).clocks.map(({ dueOn }) => dueOn);
        expect(dates).toEqual(dates.toSorted());
      }),
    );
  });

  it('explain themselves, name their source, and have ids of their own', () => {
    for (const [, { clocks }] of all) {
      expect(new Set(clocks.map(({ id }) => id)).size).toBe(clocks.length);
      for (const clock of clocks) {
        expect(clock.name.length).toBeGreaterThan(10);
        expect(clock.source.length).toBeGreaterThan(5);
        expect(clock.limit.words.length).toBeGreaterThan(3);
      }
    }
    fc.assert(
      fc.property(someGiven, ({ process, events, facts }) => {
        for (const { why } of runClocks(process, givenClocks({ events, facts })).clocks)
          expect(why).toMatch(/[A-Z][a-z]{2} \d{1,2} [A-Z][a-z]{2,3} \d{4}/);
      }),
    );
  });

  it('start and end by events that the process knows, in an order of known events', () => {
    for (const [, process] of all) {
      const named = [
        ...process.clocks.flatMap(({ starts, metBy }) => [
          ...starts,
          ...(metBy === undefined ? [] : [metBy]),
        ]),
        ...process.order.flat(),
      ];
      expect(named.filter((event) => !process.events.includes(event))).toEqual([]);
    }
  });

  it('do not run once their law has ended', () => {
    const [rule] = processes.senco.clocks;
    if (rule === undefined) throw new Error('no clock');
    const ended: Process = {
      ...processes.senco,
      clocks: [{ ...rule, inForceUntil: schoolDate('2026-08-31') }],
    };
    const on = (appointed: string) => runClocks(ended, givenClocks({ events: { appointed } }));
    expect(on('2026-08-31').clocks).toHaveLength(1);
    expect(on('2026-09-01')).toMatchObject({
      clocks: [],
      warnings: [expect.stringContaining('not in force')],
    });
  });
});

describe('events out of order', () => {
  it.each([
    [
      'needs-assessment',
      { requested: '2026-09-14', draftServed: '2026-09-13' },
      'draftServed (13 September 2026) cannot be before requested (14 September 2026).',
    ],
    ['needs-assessment', { requested: '2026-09-14', draftServed: '2026-09-14' }, null],
    ['needs-assessment', { draftServed: '2026-09-14' }, null],
    ['annual-review', { meeting: '2026-09-14', noticeSent: '2026-09-01' }, expect.any(String)],
    ['la-transfer', { moved: '2026-09-14', oldAuthorityAware: '2026-10-01' }, null],
    ['appeal', { decisionSent: '2026-09-14', certificateIssued: '2026-09-13' }, expect.any(String)],
    ['subject-access', { received: '2026-09-14', answered: '2026-09-13' }, expect.any(String)],
  ] as const)('of %s %j: %s', (name, events, words) => {
    expect(disorder(processes[name], givenClocks({ events }).events)).toEqual(words);
  });

  it('are found for each pair that a process names', () => {
    for (const [, process] of all)
      for (const [earlier, later] of process.order) {
        const at = (first: string, second: string) =>
          disorder(process, givenClocks({ events: { [earlier]: first, [later]: second } }).events);
        expect(at('2026-09-02', '2026-09-01')).toContain(later);
        expect(at('2026-09-01', '2026-09-01')).toBeNull();
      }
  });
});

describe('the state of a clock', () => {
  const dueOn = schoolDate('2026-10-26');
  const on = (today: string, met?: string, claimed?: string) =>
    stateOf(
      { dueOn, metOn: met === undefined ? null : schoolDate(met) },
      { today: schoolDate(today), ...(claimed === undefined ? {} : { claimedOn: schoolDate(claimed) }) },
    );
  it.each([
    ['2026-10-20', undefined, undefined, { is: 'running', daysLeft: 6 }],
    ['2026-10-26', undefined, undefined, { is: 'running', daysLeft: 0 }],
    ['2026-10-27', undefined, undefined, { is: 'late', days: 1, endedOn: null }],
    ['2026-11-27', '2026-10-26', undefined, { is: 'met', on: '2026-10-26' }],
    ['2026-11-27', '2026-10-28', undefined, { is: 'late', days: 2, endedOn: '2026-10-28' }],
    ['2026-10-20', '2026-10-25', undefined, { is: 'running', daysLeft: 6 }],
    ['2026-10-25', '2026-10-25', undefined, { is: 'met', on: '2026-10-25' }],
    ['2026-11-02', undefined, '2026-10-20', { is: 'exception claimed', on: '2026-10-20', days: 7 }],
    ['2026-10-22', undefined, '2026-10-20', { is: 'running', daysLeft: 4 }],
  ])('on %s, met %s, claimed %s', (today, met, claimed, state) => {
    expect(on(today, met, claimed)).toEqual(state);
  });

  it('is not started while no event starts it', () => {
    const waiting = notStarted(
      processes['needs-assessment'],
      givenClocks({ events: { requested: '2026-09-14', draftServed: '2027-01-04' } }),
    );
    expect(waiting.map(({ id }) => id)).toEqual([
      'A5',
      'A9',
      'agreed-after-refusal-notify',
      'agreed-after-refusal-no-plan',
      'agreed-after-refusal-final',
    ]);
  });
});

describe('the processes', () => {
  it('are those of the shell', () => {
    expect(processNames).toEqual([
      'needs-assessment',
      'annual-review',
      'phase-transfer',
      'appeal',
      'tribunal-order',
      'mediation',
      'consultation',
      'ceasing',
      'reassessment',
      'la-transfer',
      'looked-after',
      'leaver',
      'subject-access',
      'access-arrangement',
      'senco',
      'pupil',
    ]);
    expect([isProcessName('appeal'), isProcessName('toString')]).toEqual([true, false]);
  });

  it('run nothing without events', () => {
    for (const name of processNames)
      if (isProcessName(name)) expect(ranClocks(name, {})).toEqual({ clocks: [], warnings: [] });
  });
});

describe('a calendar as told', () => {
  it('opens on working days that are neither closed nor INSET', () => {
    const { isSchoolDay } = toldCalendar({
      closures: [{ from: schoolDate('2026-10-26'), reopens: schoolDate('2026-11-02') }],
      insetDays: [schoolDate('2026-11-03')],
    });
    const days = [
      '2026-10-23',
      '2026-10-24',
      '2026-10-26',
      '2026-10-30',
      '2026-11-02',
      '2026-11-03',
      '2026-12-25',
    ];
    expect(days.map((day) => isSchoolDay(schoolDate(day)))).toEqual([
      true,
      false,
      false,
      false,
      true,
      false,
      false,
    ]);
  });
});
