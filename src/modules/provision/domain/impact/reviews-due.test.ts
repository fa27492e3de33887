import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { runOf } from '#test/given-run.ts';
import { halfTermEnd, isInSpan, nextReviewOn, reviewDue } from './reviews-due.ts';

const day = schoolDate;
const today = day('2026-11-24');
const terms = [
  {
    from: day('2026-09-02'),
    until: day('2026-12-18'),
    halfTerm: { from: day('2026-10-26'), until: day('2026-10-30') },
  },
  {
    from: day('2027-01-04'),
    until: day('2027-03-25'),
    halfTerm: { from: day('2027-02-15'), until: day('2027-02-19') },
  },
];
const world = { today, halfTermEnds: day('2026-12-18') };
const review = (reviewedOn: string, decision: 'keep' | 'stop') => ({
  reviewedOn: day(reviewedOn),
  decision,
  words: null,
  advised: null,
});

// (rule impact-17)
describe('the review of a run', () => {
  it.each([
    ['is on the day that is set', { reviewOn: day('2026-11-20') }, [], '2026-11-20', false],
    ['is at the end of the half term', {}, [], '2026-12-18', false],
    ['is on the last day of a run that ended', { untilOn: day('2026-10-23') }, [], '2026-10-23', false],
    ['was done after the end', { untilOn: day('2026-10-23') }, [review('2026-10-23', 'keep')], null, false],
    [
      'was done before the end, and is due again',
      { untilOn: day('2026-10-23') },
      [review('2026-10-02', 'keep')],
      '2026-10-23',
      false,
    ],
    ['leaves a run that is to stop on the list', {}, [review('2026-11-02', 'stop')], '2026-11-02', true],
    [
      'is done for a run that was to stop and ended',
      { untilOn: day('2026-11-20') },
      [review('2026-11-02', 'stop')],
      null,
      false,
    ],
    ['is not due of a run to come', { fromOn: day('2027-01-04'), untilOn: null }, [], null, false],
    ['is not due of a withdrawn run', { isWithdrawn: true, reviewOn: day('2026-11-20') }, [], null, false],
  ] as const)('%s', (_, of, reviews, on, isToEnd) => {
    const due = reviewDue({ run: runOf(of), reviews }, world);
    expect(due).toEqual(on === null ? null : { on, isToEnd });
  });

  it.each([
    ['2026-11-23', ['late', 'week', 'half', 'all']],
    ['2026-11-24', ['week', 'half', 'all']],
    ['2026-12-01', ['week', 'half', 'all']],
    ['2026-12-18', ['half', 'all']],
    ['2027-01-10', ['all']],
  ])('due on %s is among %j', (on, spans) => {
    const all = ['late', 'week', 'half', 'all'] as const;
    expect(all.filter((span) => isInSpan({ on: day(on) }, span, world))).toEqual(spans);
  });
});

// (rule impact-18)
describe('the next review', () => {
  it.each([
    ['2026-09-14', '2026-10-25'],
    ['2026-10-12', '2026-12-18'],
    ['2026-11-24', '2026-12-18'],
    ['2026-12-07', '2027-02-14'],
    ['2027-03-20', '2027-05-15'],
  ])('from %s is %s', (on, next) => {
    expect(nextReviewOn(terms, day(on))).toBe(next);
  });

  it('ends the half term that a holiday lies before', () => {
    expect(halfTermEnd(terms, day('2026-12-25'))).toBe('2027-02-14');
    expect(halfTermEnd([], today)).toBe('2027-01-05');
  });
});
