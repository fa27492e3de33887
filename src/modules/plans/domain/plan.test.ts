import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onDay, plan, target } from '#test/given-plans.ts';
import { nextCycleOf } from './next-cycle.ts';
import { type PlanState, type PlanStep, planStates, sectionState, stateAfter } from './plan.ts';
import { contentOf, differencesBetween, IssuedContent } from './plan-version.ts';

const steps: readonly PlanStep[] = ['write', 'share', 'issue', 'reopen', 'review', 'withdraw'];

describe('the states of a plan', () => {
  it.each([
    ['draft', 'write', 'draft'],
    ['draft', 'share', 'shared'],
    ['draft', 'issue', null],
    ['draft', 'review', null],
    ['shared', 'write', 'shared'],
    ['shared', 'issue', 'issued'],
    ['shared', 'withdraw', 'withdrawn'],
    ['issued', 'write', null],
    ['issued', 'reopen', 'draft'],
    ['issued', 'review', 'reviewed'],
    ['issued', 'withdraw', null],
    ['reviewed', 'write', null],
    ['withdrawn', 'write', null],
  ] as const)('from %s by %s: %s', (state, step, after) => {
    expect(stateAfter(state, step)).toBe(after);
  });

  it('never issue what was not shared, nor leave an end, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 40 }), (tried) => {
        let state: PlanState = 'draft';
        let before: PlanState = state;
        for (const step of tried) {
          const after = stateAfter(state, step);
          if (after === null) continue;
          if (after === 'issued') expect(state).toBe('shared');
          expect(['reviewed', 'withdrawn']).not.toContain(state);
          [before, state] = [state, after];
        }
        expect(planStates).toContain(before);
      }),
    );
  });
});

describe('a part', () => {
  it.each([
    [null, null, 'not started'],
    ['x', null, 'in progress'],
    ['x', 'complete', 'complete'],
    [null, 'not_needed', 'not needed'],
    ['x', 'not_needed', 'not needed'],
  ] as const)('with words %s and mark %s is %s', (words, mark, state) => {
    expect(sectionState({ words, mark })).toBe(state);
  });
});

describe('the next cycle', () => {
  const reviewed = (decision: 'carry' | 'change' | 'close', words: string | null) =>
    target({ review: { rating: 3, decision, words } });

  it('takes what was not closed, with what the review found as its start and no day', () => {
    const [carry, change, close] = [
      reviewed('carry', 'Reads 25 now'),
      reviewed('change', null),
      reviewed('close', null),
    ];
    const next = nextCycleOf(plan({ targets: [carry, change, close] }));
    expect(next.targets.map(({ from }) => from)).toEqual([carry.targetId, change.targetId]);
    expect(next.targets[0]?.words).toMatchObject({
      words: carry.words,
      baseline: 'Reads 25 now',
      byOn: null,
    });
    expect(next.targets[1]?.words.baseline).toBe('Reads 12 of them');
    expect(next.targets[0]?.words.strategies).toEqual(carry.strategies);
  });

  it('asks for views anew and keeps the other parts that were needed', () => {
    const held = plan();
    const sections = held.sections.map((one) =>
      one.kind === 'hopes' ? { ...one, mark: 'not_needed' as const } : one,
    );
    expect(nextCycleOf({ ...held, sections }).sections.map(({ kind }) => kind)).toEqual([
      'strengths',
      'barriers',
      'help',
    ]);
  });

  it('takes no target that was not reviewed', () => {
    expect(nextCycleOf(plan()).targets).toEqual([]);
  });
});

describe('an issued plan', () => {
  it('keeps the words and leaves out what is not needed', () => {
    const held = plan();
    const sections = held.sections.map((one) =>
      one.kind === 'hopes' ? { ...one, mark: 'not_needed' as const } : one,
    );
    const content = contentOf({ ...held, sections });
    expect(IssuedContent.parse(JSON.parse(JSON.stringify(content)))).toEqual(content);
    expect(content.sections.map(({ kind }) => kind)).not.toContain('hopes');
    expect(content.targets).toHaveLength(1);
  });

  it('differs from another by what was written, and from itself by nothing', () => {
    const held = plan();
    const older = contentOf(held);
    expect(differencesBetween(older, older)).toEqual([]);
    const newer = contentOf({
      ...held,
      sections: held.sections.map((one) => (one.kind === 'help' ? { ...one, words: 'Fewer words.' } : one)),
      targets: [target({ byOn: onDay('2027-03-19'), strategies: [] }), target({ words: 'Counts to 20' })],
    });
    expect(differencesBetween(older, newer)).toEqual([
      { about: 'What helps every day', before: 'Say it again in fewer words.', after: 'Fewer words.' },
      { about: 'Target 1: by', before: '18 December 2026', after: '19 March 2027' },
      { about: 'Target 2', before: null, after: 'Counts to 20' },
      expect.objectContaining({ about: 'Target 2: area', before: null }),
      expect.objectContaining({ about: 'Target 2: now' }),
      expect.objectContaining({ about: 'Target 2: success' }),
      expect.objectContaining({ about: 'Target 2: by' }),
      expect.objectContaining({ about: 'Target 2: strategies' }),
      {
        about: 'Target 1: strategies',
        before: 'Precision teaching for 10 minutes, by the class teacher, daily',
        after: null,
      },
    ]);
  });
});
