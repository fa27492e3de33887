import { describe, expect, it } from 'vitest';
import { onDay, plan, target } from '#test/given-plans.ts';
import type { Plan, Section, SectionKind, Target } from './plan.ts';
import { jargonIn } from './plan-jargon.ts';
import { checkPlan, qualityRules } from './plan-quality.ts';
import { type SetAside, sortFindings } from './set-aside.ts';

const found = (given: Plan) => checkPlan(given).map(({ rule }) => rule.id);
const without = (kind: SectionKind): Plan => {
  const held = plan();
  return {
    ...held,
    sections: held.sections.map(
      (one): Section => (one.kind === kind ? { ...one, words: null, mark: null } : one),
    ),
  };
};
const withTarget = (given: Partial<Target>) => plan({ targets: [target(given)] });

describe('the written rules', () => {
  it('find nothing in a plan that keeps them', () => {
    expect(checkPlan(plan())).toEqual([]);
  });

  it.each([
    ['quality-1', without('strengths'), '(rule quality-1)'],
    ['quality-2', without('pupil_views'), '(rule quality-2)'],
    ['quality-3', without('parent_views'), '(rule quality-3)'],
    ['quality-4', plan({ reviewOn: null }), '(rule quality-4)'],
    ['quality-4', plan({ reviewOn: onDay('2027-01-18'), targets: [target()] }), 'too late'],
    ['quality-5', plan({ targets: [] }), '(rule quality-5)'],
    ['quality-5', plan({ targets: [1, 2, 3, 4, 5, 6].map(() => target()) }), 'too many'],
    [
      'quality-6',
      plan({ targets: [target({ baseline: 'His SLCN makes 12 of them hard' })] }),
      '(rule quality-6)',
    ],
    ['quality-7', withTarget({ words: 'Gets better at reading', success: null }), '(rule quality-7)'],
    ['quality-8', withTarget({ byOn: null }), '(rule quality-8)'],
    ['quality-9', withTarget({ baseline: null }), '(rule quality-9)'],
    ['quality-10', withTarget({ strategies: [] }), '(rule quality-10)'],
    [
      'quality-11',
      withTarget({
        strategies: [{ words: 'Precision teaching', who: 'the teacher', howOften: 'when there is time' }],
      }),
      '(rule quality-11)',
    ],
    ['quality-12', withTarget({ words: 'Will receive 20 minutes of reading daily' }), '(rule quality-12)'],
    ['quality-13', withTarget({ byOn: onDay('2026-12-19') }), '(rule quality-13)'],
    ['quality-15', withTarget({ success: '🎉 40!' }), '(rule quality-15)'],
    ['quality-16', withTarget({ words: 'Reads [number] of 50 words aloud' }), '(rule quality-16)'],
  ])('%s finds what breaks it, and it alone: %#', (id, broken, _why) => {
    expect(found(broken)).toEqual([id]);
  });

  it.each([
    ['semh', ['SPLD'], ['quality-14']],
    ['cognition', ['SEMH', 'SPLD'], []],
    ['independence', ['HI'], []],
    ['semh', ['OTH'], []],
    ['semh', [], []],
    ['semh', null, []],
  ] as const)(
    'hold a target about %s against the needs %j: %j (rule quality-14)',
    (area, needs, expected) => {
      const held = withTarget({ area });
      expect(checkPlan(held, { needs }).map(({ rule }) => rule.id)).toEqual(expected);
    },
  );

  it('leave out what was set aside, until what the rule looked at is another', () => {
    const held = withTarget({ baseline: null });
    const [finding] = checkPlan(held);
    if (finding === undefined) throw new Error('a finding');
    const { aboutId, lookedAt } = finding;
    const aside: SetAside = {
      aboutId,
      lookedAt,
      ruleId: 'quality-9',
      why: 'New here',
      byName: null,
      version: 1,
    };
    expect(sortFindings(checkPlan(held), [aside])).toMatchObject({ open: [], aside: [{ held: aside }] });
    const edited = { ...held, targets: held.targets.map((one) => ({ ...one, version: 2 })) };
    expect(sortFindings(checkPlan(edited), [aside])).toMatchObject({ open: [{ aboutId }], aside: [] });
    expect(sortFindings(checkPlan(plan()), [aside])).toEqual({ open: [], aside: [] });
  });

  it('count a part that is not needed as told', () => {
    const held = plan();
    const sections = held.sections.map(
      (one): Section => (one.kind === 'pupil_views' ? { ...one, words: null, mark: 'not_needed' } : one),
    );
    expect(found({ ...held, sections })).toEqual([]);
  });

  it('say which target they are about', () => {
    const [good, bad] = [target(), target({ byOn: null })];
    expect(checkPlan(plan({ targets: [good, bad] }))).toMatchObject([
      { rule: { id: 'quality-8' }, targetId: bad.targetId },
    ]);
  });

  it.each([
    ['Mum asked CAMHS for help', ['CAMHS']],
    ['A camhs of no meaning', []],
    ['Scaffolding and dysregulated behaviour', ['dysregulated', 'scaffolding']],
    ['The SALTed crisps', []],
  ])('find in “%s” the words %j', (words, jargon) => {
    const held = plan({ sections: [{ kind: 'help', words, mark: null, version: 1 }], targets: [] });
    expect(jargonIn(held).map((one) => one.word)).toEqual(jargon);
  });

  it('have an id, a reason and a source each', () => {
    expect(new Set(qualityRules.map(({ id }) => id)).size).toBe(qualityRules.length);
    for (const { why, source } of qualityRules)
      expect([why.length > 20, source.length > 7]).toEqual([true, true]);
  });
});
