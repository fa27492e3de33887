import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, schoolDate } from '../../../kernel/dates.ts';
import type { IncomingNeed } from './incoming.ts';
import { doubtsOfNeeds, periodsOf, type SenChange } from './sen-history.ts';
import { readSenStatus } from './sen-values.ts';

const today = schoolDate('2026-11-21');
const change = (from: string, text: string): SenChange => ({
  from: schoolDate(from),
  status: readSenStatus(text),
});
const told = (changes: readonly SenChange[], bornOn = schoolDate('2015-06-01')) => {
  const { periods, doubts } = periodsOf(changes, { today, bornOn });
  return {
    periods: periods.map(({ from, until, status }) => [from, until, status.code]),
    doubts: doubts.map(({ message }) => message),
  };
};

describe('periodsOf', () => {
  it('ends each period on the day before the next, whatever the order of the file (rule file-2)', () => {
    expect(told([change('2024-03-11', 'E'), change('2022-10-02', 'K')])).toEqual({
      periods: [
        ['2022-10-02', '2024-03-10', 'K'],
        ['2024-03-11', null, 'E'],
      ],
      doubts: [],
    });
  });

  it('keeps the history of a pupil who came off the register', () => {
    expect(told([change('2022-10-02', 'K'), change('2025-07-21', 'N')]).periods).toEqual([
      ['2022-10-02', '2025-07-20', 'K'],
      ['2025-07-21', null, 'N'],
    ]);
  });

  it('joins the same status twice in a row from the earlier date', () => {
    expect(told([change('2022-10-02', 'K'), change('2023-09-01', 'SEN support')]).periods).toEqual([
      ['2022-10-02', null, 'K'],
    ]);
  });

  it('takes the later in file of two on one day, with a warning', () => {
    expect(told([change('2022-10-02', 'K'), change('2022-10-02', 'E')])).toEqual({
      periods: [['2022-10-02', null, 'E']],
      doubts: ['Two SEN statuses begin on one day; the later in the file was taken.'],
    });
  });

  it('keeps old letters in their time without a word, and doubts them as the last', () => {
    const old = schoolDate('2006-01-01');
    expect(told([change('2012-01-09', 'S'), change('2017-05-01', 'E')], old).doubts).toEqual([]);
    expect(told([change('2012-01-09', 'A')], old).doubts).toEqual([
      'The last SEN status is an old one that no pupil has today.',
    ]);
  });

  it.each([
    ['2027-01-01', 'The SEN history has a date in the future.'],
    ['2015-05-31', 'The SEN history has a date before the pupil was born.'],
    ['2017-05-31', 'The SEN history begins before the pupil was two.'],
    ['2014-05-31', 'The status K (SEN support) was not in use on that day.'],
  ])('doubts K from %s', (from, message) => {
    expect(told([change(from, 'K')]).doubts).toContain(message);
  });

  it('never has gaps or overlaps, and ends open', () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(schoolDate('2015-01-01'), days));
    const any = fc.record({ from: day, status: fc.constantFrom('K', 'E', 'N', 'M', '?').map(readSenStatus) });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (changes) => {
        const { periods } = periodsOf(changes, { today });
        for (const [index, period] of periods.entries()) {
          const next = periods[index + 1];
          expect(period.until).toBe(next === undefined ? null : addDays(next.from, -1));
          if (next !== undefined) expect(next.status).not.toEqual(period.status);
        }
        expect(periods.length === 0).toBe(changes.length === 0);
      }),
    );
  });
});

describe('doubtsOfNeeds (rule file-3)', () => {
  const need = (rank: number | null, code: string, more: Partial<IncomingNeed> = {}): IncomingNeed => ({
    rank,
    type: { text: code, code },
    ...more,
  });
  const messages = (needs: readonly IncomingNeed[], status = 'K') =>
    doubtsOfNeeds(needs, { today, status: readSenStatus(status) }).map(({ message }) => message);

  it('finds nothing odd in ranked needs', () => {
    expect(messages([need(1, 'SLCN'), need(2, 'DS', { from: schoolDate('2025-01-16') })])).toEqual([]);
  });

  it.each<[string, readonly IncomingNeed[], string, RegExp]>([
    ['a rank twice', [need(1, 'SLCN'), need(1, 'ASD')], 'K', /same rank/],
    ['no first need', [need(2, 'SLCN')], 'K', /ranked first/],
    ['a primary need that ended', [need(1, 'SLCN', { until: schoolDate('2025-01-01') })], 'K', /has ended/],
    ['NSA with a plan', [need(1, 'NSA')], 'E', /NSA/],
    [
      'Down syndrome before its code',
      [need(1, 'DS', { from: schoolDate('2024-09-01') })],
      'K',
      /before 2025-01-01/,
    ],
    ['a code that is gone', [need(1, 'BESD')], 'K', /no longer in use/],
  ])('doubts %s', (_, needs, status, message) => {
    expect(messages(needs, status)).toEqual([expect.stringMatching(message)]);
  });

  it('says nothing of needs without ranks', () => {
    expect(messages([need(null, 'SLCN'), need(null, 'ASD')])).toEqual([]);
  });
});
