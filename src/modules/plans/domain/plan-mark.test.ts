import { describe, expect, it } from 'vitest';
import { plan, target } from '#test/given-plans.ts';
import type { Plan } from './plan.ts';
import { changedSince, planMark } from './plan-mark.ts';

const [first, second] = [target(), target({ words: 'Asks for a break by herself' })];
const held: Plan = plan({ targets: [first, second] });
const mark = planMark(held);

describe('what changed since a plan was read', () => {
  it.each<[string, Partial<Plan>, readonly string[]]>([
    ['nothing', {}, []],
    [
      'a part',
      { sections: held.sections.map((one) => (one.kind === 'hopes' ? { ...one, version: 2 } : one)) },
      ['Long-term outcomes'],
    ],
    ['a target', { targets: [{ ...first, version: 2 }, second] }, [`Target: ${first.words}`]],
    ['a target taken out', { targets: [second] }, ['One target was taken out']],
    ['a new target', { targets: [first, second, target({ words: 'Waits' })] }, ['New target: Waits']],
    ['the sharing', { version: 2 }, ['When and with whom it was shared, or the day of the review']],
  ])('%s', (_, changed, found) => {
    expect(changedSince(mark, { ...held, ...changed })).toEqual(found);
  });

  it('takes a mark that nobody was given for another plan', () => {
    expect(changedSince('12', held).length).toBeGreaterThan(0);
  });
});
