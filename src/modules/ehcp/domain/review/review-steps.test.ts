import { describe, expect, test } from 'vitest';
import { type SchoolDate, schoolDate } from '#src/kernel/dates.ts';
import type { ReviewKind } from './review.ts';
import { reviewState } from './review-steps.ts';

const on = schoolDate;
const review = (
  events: Record<string, SchoolDate>,
  given: { kind?: ReviewKind; withdrawnWhy?: string } = {},
) => ({
  kind: 'annual' as const,
  events,
  meetingOn: on('2026-11-18'),
  withdrawnWhy: null,
  ...given,
});
const day = on('2026-11-01');

describe('where a review stands (rule ar-7)', () => {
  test.each([
    ['planned', {}, '2026-11-01'],
    ['invited', { invited: day }, '2026-11-01'],
    ['circulated', { invited: day, adviceCirculated: day }, '2026-11-17'],
    ['held', { invited: day }, '2026-11-18'],
    ['reported', { invited: day, reportSent: day }, '2026-11-20'],
    ['decided', { invited: day, reportSent: day, decisionSent: day }, '2026-11-20'],
    ['amending', { decisionSent: day, noticeSent: day }, '2026-11-20'],
    ['done', { noticeSent: day, amendedPlanSent: day }, '2026-11-20'],
    ['done', { reportSent: day, decisionSent: day, decidedToKeep: day }, '2026-12-09'],
    ['done', { decisionSent: day, decidedToCease: day }, '2026-12-09'],
  ] as const)('%s', (state, events, today) => {
    expect(reviewState(review(events), on(today))).toBe(state);
  });

  test('a termly meeting is complete once its notes are sent', () => {
    expect(reviewState(review({ reportSent: day }, { kind: 'termly' }), day)).toBe('done');
  });

  test('one that was withdrawn stays so', () => {
    expect(reviewState(review({ reportSent: day }, { withdrawnWhy: 'Moved away' }), day)).toBe('withdrawn');
  });
});
