import { describe, expect, test } from 'vitest';
import { missingInReport, partsAsked, type ReportFacts, reportParts, stepsAsked } from './report-parts.ts';

const facts = (given: Partial<ReportFacts> = {}): ReportFacts => ({
  preparesForAdulthood: false,
  isBeforeMove: false,
  isStatutory: true,
  recommendation: 'maintain',
  sectionsToChange: [],
  ...given,
});
const full = Object.fromEntries(reportParts.map(({ name }) => [name, 'Words']));

describe('what a report must hold (rule ar-6)', () => {
  test('nothing is missing of one that is full', () => {
    expect(missingInReport(full, facts({ preparesForAdulthood: true, isBeforeMove: true }))).toEqual([]);
  });

  test.each(reportParts.filter((part) => part.source !== null).map((part) => [part.name, part.label]))(
    'a blank %s is told, with its rule',
    (name, label) => {
      const missing = missingInReport(
        { ...full, [name]: ' ' },
        facts({ preparesForAdulthood: true, isBeforeMove: true }),
      );
      expect(missing.map((one) => one.label)).toEqual([label]);
      expect(missing[0]?.source).not.toBe('');
    },
  );

  test('a recommendation, and the sections where it is to amend', () => {
    expect(missingInReport(full, facts({ recommendation: null }))).toHaveLength(1);
    expect(missingInReport(full, facts({ recommendation: 'amend' })).map((one) => one.label)).toEqual([
      'The sections to change',
    ]);
    expect(missingInReport(full, facts({ recommendation: 'amend', sectionsToChange: ['F'] }))).toEqual([]);
  });

  test('nothing is missing of a termly meeting', () => {
    expect(missingInReport({}, facts({ isStatutory: false, recommendation: null }))).toEqual([]);
  });
});

describe('preparing for adulthood (rule ar-5)', () => {
  test('is asked in or beyond Year 9 alone', () => {
    expect(stepsAsked(facts())).not.toContain('adulthood');
    expect(
      partsAsked(facts({ preparesForAdulthood: true })).filter((part) => part.only === 'adulthood'),
    ).toHaveLength(4);
  });

  test('the next place is asked before a move', () => {
    expect(partsAsked(facts({ isBeforeMove: true })).map((part) => part.name)).toContain('nextPhase');
    expect(partsAsked(facts()).map((part) => part.name)).not.toContain('nextPhase');
  });
});
