import { describe, expect, it } from 'vitest';
import { academicYearFrom } from './academic-year.ts';
import { typicalYear } from './typical-year.ts';
import { yearProblems } from './year-problems.ts';

describe('a typical year', () => {
  it('is as schools have published it', () => {
    const year = typicalYear('2026/27');
    expect(year.status).toBe('typical');
    expect(year.terms.map((term) => [term.name, term.from, term.until])).toEqual([
      ['Autumn', '2026-09-01', '2026-12-18'],
      ['Spring', '2027-01-04', '2027-03-25'],
      ['Summer', '2027-04-12', '2027-07-20'],
    ]);
  });

  it('says when it is modelled', () => {
    expect(['2025/26', '2027/28', '2031/32'].map((name) => typicalYear(name).status)).toEqual([
      'typical',
      'modelled',
      'modelled',
    ]);
  });

  it('moves the pattern on to years that nobody has published', () => {
    expect(typicalYear('2028/29').terms).toEqual([
      {
        name: 'Autumn',
        from: '2028-09-01',
        until: '2028-12-22',
        halfTerm: { from: '2028-10-30', until: '2028-11-03' },
      },
      {
        name: 'Spring',
        from: '2029-01-08',
        until: '2029-03-30',
        halfTerm: { from: '2029-02-12', until: '2029-02-16' },
      },
      {
        name: 'Summer',
        from: '2029-04-16',
        until: '2029-07-20',
        halfTerm: { from: '2029-05-28', until: '2029-06-01' },
      },
    ]);
  });

  it.each(Array.from({ length: 40 }, (_, index) => academicYearFrom(2010 + index)))(
    '%s has nothing wrong with it',
    (academicYear) => {
      const { terms } = typicalYear(academicYear);
      expect(terms).toHaveLength(3);
      expect(yearProblems({ academicYear, terms, insetDays: [], closures: [], bankHolidays: [] })).toEqual(
        [],
      );
    },
  );
});
