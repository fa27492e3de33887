import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { linesFrom } from './carry-lines.ts';
import { cutSections, linesOfSection } from './cut-sections.ts';
import { doseInWords, type EhcVersion, entryRefused, inForce } from './ehc-plan.ts';
import { readDose, readWho } from './read-dose.ts';

const day = schoolDate;
const today = day('2026-11-24');
const version = (number: number, kind: EhcVersion['kind'], datedOn: string): EhcVersion => ({
  number,
  kind,
  datedOn: day(datedOn),
  sections: {},
  outcomes: [],
  lines: [],
});

describe('a document of the authority', () => {
  it.each([
    ['final', '2062-01-01', [], 'in_future'],
    ['amended', '2026-03-01', [], 'amended_before_final'],
    ['amended', '2026-03-01', [version(1, 'draft', '2026-01-10')], 'amended_before_final'],
    ['final', '2026-01-05', [version(1, 'draft', '2026-01-10')], 'final_before_draft'],
    ['final', '2026-03-01', [version(1, 'final', '2026-01-10')], 'second_final'],
    ['amended', '2026-01-05', [version(1, 'final', '2026-01-10')], 'earlier_than_last'],
    ['draft', '2026-01-10', [], null],
    ['final', '2026-02-10', [version(1, 'draft', '2026-01-10')], null],
    ['amended', '2026-05-10', [version(1, 'final', '2026-01-10')], null],
  ] as const)('%s of %s after what is there: %s is refused as %s', (kind, datedOn, versions, refusal) => {
    expect(entryRefused({ kind, datedOn: day(datedOn) }, { versions, madeOn: null }, today)).toBe(refusal);
  });

  it('binds when it is final or amended, and never as a draft', () => {
    const all = [
      version(1, 'draft', '2026-01-10'),
      version(2, 'final', '2026-02-10'),
      version(3, 'draft', '2026-09-01'),
    ];
    expect(inForce({ versions: all })?.number).toBe(2);
    expect(inForce({ versions: all.slice(0, 1) })).toBeNull();
  });
});

describe('the words of a plan', () => {
  it('are cut by the letters of their headings, whatever the authority calls them', () => {
    const text = [
      'London Borough of Somewhere',
      'SECTION A: Views and aspirations',
      'Sam likes trains.',
      'EHC Plan - Section B',
      'Sam finds reading hard. See Section F of this plan.',
      'Section H1',
      'None.',
      'Section H 2: other',
      'A short break.',
      'Section F – Special educational provision',
      '1. 20 minutes daily with a teaching assistant.',
      'Section F (continued)',
      '2. Speech therapy once a week.',
    ].join('\n');
    const { sections, rest } = cutSections(text);
    expect(rest).toBe('London Borough of Somewhere');
    expect(sections).toMatchObject({
      A: 'Sam likes trains.',
      B: 'Sam finds reading hard. See Section F of this plan.',
      H1: 'None.',
      H2: 'A short break.',
    });
    expect(linesOfSection(sections.F ?? '')).toEqual([
      '20 minutes daily with a teaching assistant.',
      'Speech therapy once a week.',
    ]);
  });

  it('stay whole without headings', () => {
    expect(cutSections('Some letter\nSection F says nothing here')).toEqual({
      sections: {},
      rest: 'Some letter\nSection F says nothing here',
    });
  });

  it('put a promise that is broken over lines together', () => {
    expect(
      linesOfSection('• Precision teaching for ten\n  minutes each day\n• A quiet desk in class'),
    ).toEqual(['Precision teaching for ten minutes each day', 'A quiet desk in class']);
  });

  it.each([
    ['30 minutes three times a week with a teaching assistant', '3 × 30 min a week'],
    ['A therapist sees her for 45 minutes once a week', '45 min a week'],
    ['Precision teaching for ten minutes daily', '10 min a school day'],
    ['One hour every fortnight from a teacher of the deaf', '60 min every two weeks'],
    ['Six sessions of 45 minutes each term', '6 × 45 min a term'],
    ['1 hour 30 minutes per half-term', '90 min a half-term'],
    ['25 hours a week of one-to-one support', '1500 min a week'],
    ['Mentoring for 20 minutes on Mondays and Thursdays', '2 × 20 min a week'],
    ['Up to 15 hours a week', 'No quantity'],
    ['Regular support from a key adult', 'No quantity'],
    ['Half an hour with a mentor', 'No quantity'],
  ])('%s: %s', (words, told) => {
    expect(doseInWords(readDose(words))).toBe(told);
  });

  it('say by whom', () => {
    expect(readWho('20 minutes daily by a trained teaching assistant in class')).toBe(
      'a trained teaching assistant',
    );
    expect(readWho('A quiet desk')).toBeNull();
  });

  it('keep the commitment of a line that goes on, and read its quantity anew', () => {
    let made = 0;
    const newId = () => `new ${++made}`;
    const [old] = linesFrom(['A speech therapist sees her for 45 minutes each week'], [], { newId });
    const before = old === undefined ? [] : [{ ...old, byWhom: 'NHS' }];
    const after = linesFrom(
      ['Hydrotherapy each Tuesday for 30 minutes', 'A speech therapist sees her for 30 minutes each week'],
      before,
      { newId },
    );
    expect(after.map(({ commitmentId, minutes }) => [commitmentId, minutes])).toEqual([
      ['new 2', 30],
      ['new 1', 30],
    ]);
    expect(linesFrom(['A speech therapist sees her for 45 minutes each week'], before, { newId })).toEqual(
      before,
    );
  });
});
