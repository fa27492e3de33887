import { describe, expect, it } from 'vitest';
import { askKinds } from './authority.ts';
import { asksOf, missingOf, type RequestContent } from './request.ts';

const source = { label: 'Plan', on: null, href: '/plan' };
const some = [{ key: 'some', words: 'Something', source }];
const empty: RequestContent = {
  pupil: [],
  pupilViews: [],
  parentViews: [],
  strengths: [],
  needs: [],
  cycles: [],
  provision: [],
  results: [],
  appendices: [],
  cycleCount: 0,
  hasCosts: false,
};
const full: RequestContent = {
  ...empty,
  pupilViews: some,
  parentViews: some,
  needs: some,
  cycles: some,
  provision: some,
  results: some,
  appendices: [source],
  cycleCount: 2,
  hasCosts: true,
};

describe('what an authority asks for (rule case-3)', () => {
  const asks = askKinds.map((kind) => ({ kind, words: kind }));
  const statesOf = (content: RequestContent) =>
    Object.fromEntries(asksOf({ rules: { asks } }, content).map(({ ask, state }) => [ask.kind, state]));

  it('is told beside what is there, and nothing of it is among what is missing', () => {
    const look = { form: 'look', other: 'look' };
    expect(statesOf(full)).toEqual({
      cycles: 'there',
      costs: 'there',
      advice: 'there',
      views: 'there',
      ...look,
    });
    const not = 'not there';
    expect(statesOf(empty)).toEqual({ cycles: not, costs: not, advice: not, views: not, ...look });
    expect(missingOf(full)).toEqual([]);
    expect(asksOf(null, empty)).toEqual([]);
  });

  it('needs two cycles of plans, not two numbers of one', () => {
    expect(statesOf({ ...full, cycleCount: 1 }).cycles).toBe('not there');
  });
});

describe('what is missing', () => {
  it('is each part with nothing in it, with its reason', () => {
    expect(missingOf(empty).map(({ key }) => key)).toEqual([
      'pupil-views',
      'parent-views',
      'needs',
      'cycles',
      'provision',
      'results',
      'reports',
    ]);
    expect(missingOf({ ...full, results: [] })).toMatchObject([{ key: 'results' }]);
    expect(missingOf({ ...full, results: [] }, ['results'])).toEqual([]);
  });
});
