import { describe, expect, it } from 'vitest';
import { compareAdvice } from './advice.ts';
import { readDose } from './read-dose.ts';

const lines = [
  'A speech and language therapist sees Maya individually for 30 minutes every fortnight.',
  'Access to movement breaks as required throughout the day.',
  'A teaching assistant trained in precision teaching practises reading with her for 10 minutes daily.',
].map((words) => ({ words, ...readDose(words) }));

describe('advice beside the plan (rule ledger-3)', () => {
  it.each([
    ['Precision teaching of reading for 10 minutes daily with a trained teaching assistant', 'in'],
    ['Individual sessions with a speech and language therapist, 45 minutes each week', 'weakened'],
    ['Movement breaks of 5 minutes every morning throughout the day', 'weakened'],
    ['Hydrotherapy in a heated pool for half an hour each week', 'missing'],
  ])('%s: %s', (words, verdict) => {
    expect(compareAdvice(words, lines).verdict).toBe(verdict);
  });

  it('says the quantities when less is given', () => {
    expect(
      compareAdvice('A speech and language therapist sees her individually for 45 minutes each week', lines)
        .why,
    ).toBe('Advised: 45 min a week. The line gives less: 30 min every two weeks');
  });

  it('proposes missing where there is no plan yet', () => {
    expect(compareAdvice('Anything at all', [])).toMatchObject({ verdict: 'missing', line: null });
  });
});
