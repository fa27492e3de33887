import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, schoolDate } from '../../../kernel/dates.ts';
import { type FactPlan, type HeldFact, planFact } from './fact-plan.ts';

const today = schoolDate('2026-11-24');
const day = (number: number) => addDays(today, number);
const held = (value: string, from: number, until: number | null): HeldFact => ({
  id: `${value} from ${from}`,
  value,
  from: day(from),
  until: until === null ? null : day(until),
});

describe('planFact', () => {
  it('opens the first fact of a kind', () => {
    expect(planFact([], { value: '4', from: day(0) }, today)).toEqual({
      before: null,
      withdraw: [],
      close: null,
      open: { from: day(0), until: null },
    });
  });

  it.each([
    ['the value in force', [held('4', -100, null)], '4', 0],
    ['the value in force, told from an earlier day', [held('4', -100, null)], '4', -200],
    ['that nothing holds where nothing does', [held('4', -100, -50)], null, 0],
    ['the value that will be in force on the day told', [held('4', -100, 30), held('5', 31, null)], '5', 60],
  ])('does nothing when told %s', (_, facts, value, from) => {
    expect(planFact(facts, { value, from: day(from) }, today)).toBeNull();
  });

  it('closes the fact in force the day before', () => {
    expect(planFact([held('4', -100, null)], { value: '5', from: day(-2) }, today)).toMatchObject({
      before: '4',
      close: { id: '4 from -100', until: day(-3) },
      open: { from: day(-2), until: null },
    });
  });

  it('withdraws what began on the same day', () => {
    expect(planFact([held('4', 0, null)], { value: '5', from: day(0) }, today)).toMatchObject({
      withdraw: ['4 from 0'],
      close: null,
      open: { from: day(0), until: null },
    });
  });

  it('ends a fact when told that it is so no more', () => {
    expect(planFact([held('yes', -100, null)], { value: null, from: day(0) }, today)).toMatchObject({
      close: { id: 'yes from -100', until: day(-1) },
      open: null,
    });
  });

  it('leaves a change that is planned for later, and lets it end the new fact', () => {
    const facts = [held('4', -100, 99), held('5', 100, null)];
    expect(planFact(facts, { value: '3', from: day(0) }, today)).toMatchObject({
      withdraw: [],
      close: { until: day(-1) },
      open: { from: day(0), until: day(99) },
    });
  });

  const steps = fc.array(
    fc.record({
      value: fc.constantFrom('a', 'b', null),
      from: fc.integer({ min: -20, max: 20 }),
    }),
    { minLength: 1, maxLength: 12 },
  );

  it('never lets facts overlap, holds what was told, and does nothing when told the same again', () => {
    fc.assert(
      fc.property(steps, (told) => {
        let facts: readonly HeldFact[] = [];
        for (const { value, from } of told) {
          const plan = planFact(facts, { value, from: day(from) }, today);
          facts = plan === null ? facts : applied(facts, plan, value);
          expect(problemsOf(facts)).toEqual([]);
          expect(planFact(facts, { value, from: day(from) }, today)).toBeNull();
        }
      }),
    );
  });
});

/** Facts that end before they begin, and facts that the next one overlaps. */
function problemsOf(facts: readonly HeldFact[]): readonly HeldFact[] {
  const inOrder = facts.toSorted((one, other) => (one.from < other.from ? -1 : 1));
  return inOrder.filter(({ from, until }, index) => {
    const next = inOrder[index + 1];
    const isBackwards = until !== null && until < from;
    const isOverlapped = next !== undefined && (until === null || until >= next.from);
    return isBackwards || isOverlapped;
  });
}

function applied(facts: readonly HeldFact[], plan: FactPlan, value: string | null): readonly HeldFact[] {
  const kept = facts
    .filter((fact) => !plan.withdraw.includes(fact.id))
    .map((fact) => (fact.id === plan.close?.id ? { ...fact, until: plan.close.until } : fact));
  if (plan.open === null || value === null) return kept;
  return [...kept, { id: `${value} ${kept.length} ${Math.random()}`, value, ...plan.open }];
}
