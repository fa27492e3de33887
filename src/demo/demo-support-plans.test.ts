import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { readQuantity } from '#src/kernel/quantity.ts';
import { chanceFrom } from './demo-chance.ts';
import words from './demo-plan-words.json' with { type: 'json' };
import { type Planned, planCycles } from './demo-support-plans.ts';

const today = schoolDate('2026-11-24');
const pupil = (over: Partial<Planned> = {}): Planned => ({
  ...{ forename: 'Ada', isPrimary: true, status: 'sen_support', sinceOn: null, needTypes: ['SPLD'] },
  ...over,
});
const many = (over?: Partial<Planned>) =>
  Array.from({ length: 300 }, (_, at) => planCycles(chanceFrom(at), pupil(over), today));

describe('made-up plans', () => {
  it('are the same for the same seed, and most pupils have one', () => {
    expect(many()).toEqual(many());
    expect(many().filter((cycles) => cycles.length > 0).length).toBeGreaterThan(250);
  });

  it('are begun, shared, issued and reviewed in that order, each cycle after the one before', () => {
    for (const cycle of many().flat()) {
      const { begunOn, sharedOn, issuedOn, reviewOn, reviewedOn } = cycle;
      const known = [begunOn, sharedOn, issuedOn, reviewedOn].filter((day) => day !== null);
      expect(known).toEqual(known.toSorted());
      expect(known.every((day) => day <= today)).toBe(true);
      if (sharedOn !== null) expect(reviewOn !== null && reviewOn > sharedOn).toBe(true);
    }
    for (const cycles of many()) {
      expect(cycles.slice(0, -1).every(({ state }) => state === 'reviewed')).toBe(true);
      for (const [at, { begunOn }] of cycles.entries())
        expect(begunOn >= (cycles[at - 1]?.reviewedOn ?? '')).toBe(true);
    }
  });

  it('have targets in every cycle, and carry on only what was not reached', () => {
    for (const cycles of many()) {
      for (const [at, { targets }] of cycles.entries()) {
        expect(targets.length).toBeGreaterThan(0);
        const before = cycles[at - 1]?.targets ?? [];
        for (const { words: text } of targets.filter(({ isCarried }) => isCarried))
          expect(before.find((one) => one.words === text)?.review?.decision).toBe('carry');
      }
    }
  });

  it('know words for every age and need, and say how often each strategy is used', () => {
    const strategies = words.groups.flatMap(({ targets }) => targets.flatMap((one) => one.strategies));
    for (const { howOften, words: what } of strategies) {
      const { frequency, whole } = readQuantity(`${what} ${howOften}`);
      expect([howOften, frequency || whole]).toEqual([howOften, true]);
    }
    for (const { types } of words.groups)
      for (const isPrimary of [true, false])
        expect(JSON.stringify(many({ needTypes: types, isPrimary }))).not.toMatch(
          /\{name|\{teacher|undefined/,
        );
  });
});
