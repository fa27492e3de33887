import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { documentKinds, guessKind } from './document-kinds.ts';
import { keptUntil, periodsOf, periodWords, usualPeriod } from './document-period.ts';

const day = schoolDate('2026-11-03');
const born = (on: string | null) => ({ bornOn: on === null ? null : schoolDate(on), day });

describe('how long a document is kept (rule doc-1)', () => {
  it.each([
    ['31 years from birth', { years: 31, from: 'birth' }, '2018-05-03', '2049-05-03'],
    ['born on 29 February', { years: 31, from: 'birth' }, '2016-02-29', '2047-02-28'],
    ['born on 29 February, to a leap year', { years: 32, from: 'birth' }, '2016-02-29', '2048-02-29'],
    ['from the day of the document', { years: 3, from: 'document' }, '2018-05-03', '2029-11-03'],
    ['from birth, about no pupil', { years: 31, from: 'birth' }, null, '2032-11-03'],
    ['from the document, about no pupil', { years: 3, from: 'document' }, null, '2029-11-03'],
  ] as const)('%s', (_, period, bornOn, until) => {
    expect(keptUntil(period, born(bornOn))).toBe(until);
  });

  it('is the usual period until the school sets its own', () => {
    const own = [{ kind: 'letter_in', years: 7, from: 'document', why: 'Our schedule', version: 2 }] as const;
    const periods = periodsOf(own);
    expect(periods.map(({ kind }) => kind)).toEqual(documentKinds);
    expect(periods.find(({ kind }) => kind === 'letter_in')).toMatchObject({ years: 7, isOwn: true });
    expect(periods.find(({ kind }) => kind === 'speech')).toMatchObject({ years: 31, isOwn: false });
    expect(periodWords(usualPeriod('speech'))).toBe('31 years from birth');
    expect(periodWords({ years: 1, from: 'document' })).toBe('1 year from the day of the document');
  });
});

describe('what a file seems to be', () => {
  it.each([
    ['EP report Amara.pdf', '', 'psychology'],
    ['SALT_report.pdf', '', 'speech'],
    ['scan001.pdf', 'Educational Psychology Service\nReport', 'psychology'],
    ['CAMHS letter.pdf', 'speech and language', 'mental_health'],
    ['clinic.pdf', 'Harebell Hospital NHS Trust', 'health'],
    ['scan.pdf', 'A depot reporter', 'other'],
    ['EP letter.pdf', 'Educational psychology', 'psychology'],
    ['letter.pdf', 'Dear SENCO', 'letter_in'],
    ['x.pdf', '', 'other'],
  ])('%s, %s: %s', (fileName, words, kind) => {
    expect(guessKind(fileName, words)).toBe(kind);
  });
});
