import { describe, expect, it } from 'vitest';
import { newId, PupilId } from '../../../kernel/ids.ts';
import { type Candidate, isLowScore, suitedTo } from './suited.ts';

const pupil = (given: Partial<Candidate> = {}): Candidate => ({
  pupilId: PupilId.parse(newId()),
  yearGroup: '4',
  yearRank: 4,
  status: 'sen_support',
  needTypes: ['SLCN'],
  ...given,
});
const standard = { direction: 'high', mean: 100, sd: 15 } as const;
const none = new Set<PupilId>();

describe('a low score', () => {
  it.each([
    [standard, 84, true],
    [standard, 85, false],
    [{ ...standard, direction: 'low' } as const, 116, true],
    [{ ...standard, direction: 'low' } as const, 84, false],
    [{ direction: 'high', mean: null, sd: null } as const, 1, false],
  ])('of %j at %d is %s', (scale, score, expected) => {
    expect(isLowScore(scale, score)).toBe(expected);
  });
});

describe('whom a run may suit (rule prov-9)', () => {
  it('puts need and score before score, score before need, the main need before another', () => {
    const both = pupil();
    const scored = pupil({ needTypes: [], status: 'none' });
    const main = pupil();
    const second = pupil({ needTypes: ['SEMH', 'ASD'] });
    const neither = pupil({ needTypes: ['SEMH'] });
    const found = suitedTo(
      [neither, second, main, scored, both],
      { areas: ['communication'] },
      new Set([both.pupilId, scored.pupilId]),
    );
    expect(found.map((one) => one.pupil)).toEqual([both, scored, main, second]);
    expect(found.map(({ reason }) => reason.need)).toEqual(['SLCN', null, 'SLCN', 'ASD']);
  });

  it('leaves out who is in it, who is of another age, and needs of pupils who are off the register', () => {
    const held = pupil();
    const older = pupil({ yearGroup: '9' });
    const former = pupil({ status: 'none' });
    const asked = {
      areas: ['communication'] as const,
      age: [7, 9] as const,
      without: new Set([held.pupilId]),
    };
    expect(suitedTo([held, older, former], asked, none)).toEqual([]);
    expect(suitedTo([held, older], { ...asked, age: null, without: none }, none)).toHaveLength(2);
    expect(suitedTo([held], { areas: [] }, none)).toEqual([]);
  });
});
