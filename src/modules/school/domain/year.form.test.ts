import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { typicalYear } from './typical-year.ts';
import { datesByField, insetDaysForm, insetErrors, termErrors, termsForm, termsGiven } from './year.form.ts';

const { terms } = typicalYear('2026/27');
const typed = { ...datesByField(terms), version: 1 };

describe('the terms of a year as typed', () => {
  it('come back as they were shown', () => {
    expect(termsGiven(termsForm.schema.parse(typed))).toEqual({ terms, errors: {} });
  });

  it('may be without half term', () => {
    const without = { ...typed, autumnHalfFrom: '', autumnHalfUntil: '' };
    expect(termsGiven(termsForm.schema.parse(without)).terms[0]?.halfTerm).toBeNull();
  });

  it('need both days of half term or neither', () => {
    const half = { ...typed, springHalfUntil: '' };
    expect(termsGiven(termsForm.schema.parse(half)).errors).toEqual({
      springHalfUntil: 'Enter both days of the spring half term, or neither',
    });
  });
});

describe('what is wrong with a year', () => {
  it('stands at the field that it is about', () => {
    const errors = termErrors([
      { problem: 'terms_overlap', about: 'Spring' },
      { problem: 'half_term_outside_term', about: 'Summer' },
      { problem: 'inset_outside_term', about: '2026-12-21' },
    ]);
    expect(errors).toEqual({
      springFrom: 'Spring: the term must start after the one before has ended',
      summerHalfFrom: 'Summer: half term must lie within the term',
      form: 'An INSET day must lie within a term: 2026-12-21',
    });
  });

  it('stands at the second box of an INSET day given twice', () => {
    const given = insetDaysForm.schema.parse({ day1: '2026-09-01', day3: '2026-09-01', version: 1 });
    const errors = insetErrors([{ problem: 'inset_twice', about: schoolDate('2026-09-01') }], given);
    expect(errors).toEqual({ day3: 'This INSET day is given twice' });
  });
});
