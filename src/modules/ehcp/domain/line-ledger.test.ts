import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plain, type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import type { EhcLine, EhcVersion, Per } from './ehc-plan.ts';
import { type CountedSession, sectionLedger, sumAccounts } from './line-ledger.ts';
import { type OpenDays, owedMinutes, owedSessions, type Promised, promisedBy } from './owed.ts';

const day = schoolDate;
const weekdays = (from: string, until: string): SchoolDate[] => {
  const days: SchoolDate[] = [];
  for (let at = day(from); at <= day(until); at = addDays(at, 1)) if (plain(at).dayOfWeek <= 5) days.push(at);
  return days;
};
/** Autumn of 14 weeks with half term, spring of 5 weeks; the Friday of the first week is INSET. */
const open: OpenDays = {
  days: [
    ...weekdays('2026-09-07', '2026-10-23').filter((one) => one !== '2026-09-11'),
    ...weekdays('2026-11-02', '2026-12-18'),
    ...weekdays('2027-01-04', '2027-02-05'),
  ],
  terms: [
    {
      from: day('2026-09-07'),
      until: day('2026-12-18'),
      halfTerm: { from: day('2026-10-26'), until: day('2026-10-30') },
    },
    { from: day('2027-01-04'), until: day('2027-02-05'), halfTerm: null },
  ],
};
const promised = (
  minutes: number,
  times: number,
  per: Per,
  from = '2026-09-01',
  until: string | null = null,
): Promised => ({
  commitmentId: 'c',
  dose: { minutes, times, per },
  from: day(from),
  until: until === null ? null : day(until),
});
const autumn = { from: day('2026-09-07'), until: day('2026-12-18') };

describe('what is owed (rule ledger-1)', () => {
  it.each([
    ['a week, whole in a week of four days', promised(60, 1, 'week'), autumn, 14 * 60],
    ['twice a day', promised(10, 2, 'day'), { from: day('2026-09-07'), until: day('2026-09-11') }, 80],
    [
      'a week, until Wednesday',
      promised(60, 1, 'week'),
      { from: day('2026-11-02'), until: day('2026-11-04') },
      36,
    ],
    ['every two weeks', promised(60, 1, 'fortnight'), autumn, 7 * 60],
    ['a half-term', promised(90, 1, 'half_term'), autumn, 180],
    ['a term', promised(45, 6, 'term'), autumn, 270],
    ['a week, from half term on', promised(30, 1, 'week', '2026-11-02'), autumn, 210],
    ['a week, until half term', promised(30, 1, 'week', '2026-09-01', '2026-10-23'), autumn, 210],
    [
      'nothing in a holiday',
      promised(30, 1, 'week'),
      { from: day('2026-10-26'), until: day('2026-10-30') },
      0,
    ],
  ] as const)('%s', (_, one, period, owed) => {
    expect(owedMinutes(one, period, open)).toBe(owed);
  });

  it('is not known where the plan gives no quantity', () => {
    expect(
      owedMinutes({ ...promised(1, 1, 'week'), dose: { minutes: 30, times: 1, per: null } }, autumn, open),
    ).toBeNull();
  });

  it('is counted in sessions where the plan gives their number and not their length', () => {
    const sessions = { ...promised(1, 1, 'week'), dose: { minutes: null, times: 3, per: 'week' as const } };
    expect(owedSessions(sessions, autumn, open)).toBe(42);
    expect(owedMinutes(sessions, autumn, open)).toBeNull();
    expect(owedSessions(promised(30, 3, 'week'), autumn, open)).toBeNull();
    expect(
      owedSessions({ ...sessions, dose: { minutes: null, times: null, per: 'week' } }, autumn, open),
    ).toBeNull();
  });

  it('is the same for a stretch as for any two that make it', () => {
    const units = fc.constantFrom<Per>('day', 'week', 'fortnight', 'half_term', 'term', 'year');
    fc.assert(
      fc.property(
        units,
        fc.integer({ min: 1, max: 600 }),
        fc.integer({ min: 1, max: 5 }),
        fc.nat(150),
        fc.nat(150),
        (per, minutes, times, a, b) => {
          const one = promised(minutes, times, per, '2026-09-09', '2027-01-20');
          const [from, cut, until] = [
            day('2026-09-01'),
            addDays(day('2026-09-01'), Math.min(a, b)),
            addDays(day('2026-09-01'), Math.max(a, b) + 1),
          ];
          const owed = (first: SchoolDate, last: SchoolDate) =>
            owedMinutes(one, { from: first, until: last }, open) ?? -1;
          expect(owed(from, cut) + owed(addDays(cut, 1), until)).toBe(owed(from, until));
          expect(owed(from, cut)).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 60 },
    );
  });
});

const line = (commitmentId: string, more: Partial<EhcLine> = {}): EhcLine => ({
  commitmentId,
  words: 'A line',
  minutes: 60,
  times: 1,
  per: 'week',
  byWhom: null,
  fromOn: null,
  untilOn: null,
  ...more,
});
const version = (
  number: number,
  kind: EhcVersion['kind'],
  datedOn: string,
  lines: readonly EhcLine[],
): EhcVersion => ({
  number,
  kind,
  datedOn: day(datedOn),
  sections: {},
  outcomes: [],
  lines,
});

describe('what a plan promises', () => {
  it('holds from the version that binds until the next one, and a draft promises nothing', () => {
    const versions = [
      version(1, 'draft', '2026-01-05', [line('x')]),
      version(2, 'final', '2026-02-05', [line('a'), line('b', { untilOn: day('2026-03-01') })]),
      version(3, 'amended', '2026-10-01', [line('a', { minutes: 30 })]),
    ];
    expect(
      promisedBy(versions, null).map(({ commitmentId, dose, from, until }) => [
        commitmentId,
        dose.minutes,
        from,
        until,
      ]),
    ).toEqual([
      ['a', 60, '2026-02-05', '2026-09-30'],
      ['b', 60, '2026-02-05', '2026-03-01'],
      ['a', 30, '2026-10-01', null],
    ]);
    expect(promisedBy(versions, day('2026-11-01')).at(-1)?.until).toBe('2026-11-01');
  });
});

const session = (on: string, minutes: number, reason: string | null = null, runId = 'r'): CountedSession => ({
  runId,
  on: day(on),
  planned: 60,
  minutes,
  reason,
});
const runs = [{ commitmentId: 'c', runId: 'r', fromOn: day('2026-09-07'), untilOn: null }];

describe('the ledger of Section F (rule ledger-2)', () => {
  it('sets delivered, lost and away against what was owed, and says what nobody explained', () => {
    const sessions = [
      session('2026-09-08', 60),
      session('2026-09-15', 0, 'pupil_absent'),
      session('2026-09-22', 0, 'adult_absent'),
      session('2026-09-29', 45),
      session('2026-09-30', 60, null, 'another run'),
    ];
    const ledger = sectionLedger({
      promised: [promised(60, 1, 'week')],
      runs,
      sessions,
      period: { from: day('2026-09-07'), until: day('2026-10-23') },
      today: day('2026-10-09'),
      open,
    });
    expect(ledger.byLine.get('c')).toMatchObject({
      owed: 300,
      delivered: 105,
      away: 60,
      lost: 75,
      unexplained: 60,
      beyond: 0,
      byReason: { pupil_absent: 60, adult_absent: 60, shorter: 15 },
    });
    expect(ledger.untied).toMatchObject({ owed: null, delivered: 60, sessions: 1 });
  });

  it('counts sessions where the plan promises sessions: a shorter one was given, one without minutes was not', () => {
    const sessions = [
      session('2026-09-08', 60),
      session('2026-09-15', 0, 'pupil_absent'),
      session('2026-09-22', 0, 'adult_absent'),
      session('2026-09-29', 45),
    ];
    const ledger = sectionLedger({
      promised: [{ ...promised(1, 1, 'week'), dose: { minutes: null, times: 1, per: 'week' } }],
      runs,
      sessions,
      period: { from: day('2026-09-07'), until: day('2026-10-23') },
      today: day('2026-10-09'),
      open,
    });
    expect(ledger.byLine.get('c')).toMatchObject({
      owed: null,
      delivered: 105,
      counted: { owed: 5, delivered: 2, away: 1, lost: 1, unexplained: 1, beyond: 0 },
    });
  });

  it('equals the sessions logged, for any terms, lines, ties and sessions', () => {
    const reasons = fc.constantFrom(null, 'pupil_absent', 'adult_absent', 'trip');
    const generated = fc.array(
      fc.record({
        at: fc.nat(200),
        planned: fc.integer({ min: 0, max: 90 }),
        share: fc.double({ min: 0, max: 1.2, noNaN: true }),
        reason: reasons,
        runId: fc.constantFrom('r1', 'r2', 'r3'),
      }),
      { maxLength: 80 },
    );
    const terms = fc.record({
      begins: fc.nat(20),
      weeks: fc.integer({ min: 2, max: 30 }),
      half: fc.integer({ min: 1, max: 8 }),
    });
    fc.assert(
      fc.property(generated, terms, fc.nat(180), (made, term, cut) => {
        const from = addDays(day('2026-09-01'), term.begins);
        const until = addDays(from, term.weeks * 7);
        const half = { from: addDays(from, term.half * 5), until: addDays(from, term.half * 5 + 6) };
        const days = weekdays(from, until).filter((one) => one < half.from || one > half.until);
        const calendar: OpenDays = { days, terms: [{ from, until, halfTerm: half }] };
        const sessions = made.map(({ at, planned, share, reason, runId }) => ({
          runId,
          on: addDays(day('2026-09-01'), at),
          planned,
          minutes: Math.round(planned * share),
          reason,
        }));
        const ties = [
          { commitmentId: 'one', runId: 'r1', fromOn: from, untilOn: addDays(from, cut) },
          { commitmentId: 'two', runId: 'r1', fromOn: addDays(from, cut + 1), untilOn: null },
          { commitmentId: 'two', runId: 'r2', fromOn: from, untilOn: null },
          { commitmentId: 'three', runId: 'r3', fromOn: from, untilOn: addDays(from, cut) },
        ];
        const period = { from, until };
        const ledger = sectionLedger({
          promised: [
            { ...promised(60, 1, 'week'), commitmentId: 'one' },
            { ...promised(20, 3, 'fortnight'), commitmentId: 'two' },
            {
              ...promised(1, 1, 'week'),
              commitmentId: 'three',
              dose: { minutes: null, times: 2, per: 'week' },
            },
          ],
          runs: ties,
          sessions,
          period,
          today: until,
          open: calendar,
        });
        const counted = sessions.filter(({ on }) => on >= from && on <= until);
        const all = sumAccounts([...ledger.byLine.values(), ledger.untied]);
        expect(all.sessions).toBe(counted.length);
        expect(all.delivered).toBe(counted.reduce((sum, { minutes }) => sum + minutes, 0));
        expect(all.away + all.lost).toBe(
          counted.reduce((sum, { planned, minutes }) => sum + Math.max(0, planned - minutes), 0),
        );
        for (const { owed, counted, ...account } of ledger.byLine.values()) {
          const { delivered, away, lost, unexplained, beyond } = counted ?? account;
          expect(delivered + away + lost + unexplained - beyond).toBe(counted?.owed ?? owed);
          expect(counted === null).toBe(owed !== null);
        }
        const three = ledger.byLine.get('three');
        const counts = three?.counted;
        expect((counts?.delivered ?? 0) + (counts?.away ?? 0) + (counts?.lost ?? 0)).toBe(three?.sessions);
      }),
      { numRuns: 80 },
    );
  });
});
