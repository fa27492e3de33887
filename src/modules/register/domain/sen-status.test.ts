import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { recordOf } from '#test/register-samples.ts';
import {
  censusCode,
  inForceOn,
  isOnRegister,
  latestOf,
  mustTellParents,
  senStatuses,
  statusSentence,
  statusWords,
} from './sen-status.ts';
import { refusalOfChange, type StatusChange } from './status-change.ts';

const day = schoolDate;

describe('a SEN status', () => {
  it('counts monitoring as N, as the census has no letter for it (rule census-3)', () => {
    expect([censusCode.monitoring, censusCode.none, censusCode.sen_support, censusCode.ehc_plan]).toEqual([
      'N',
      'N',
      'K',
      'E',
    ]);
    expect([isOnRegister('monitoring'), isOnRegister('ehc_plan')]).toEqual([false, true]);
  });

  it('is on the register when the census counts it with SEN (rule sen-1)', () => {
    expect(senStatuses.filter(isOnRegister)).toEqual(['sen_support', 'ehc_plan']);
  });

  it('asks that the parents be told of SEN support alone (rule sen-2)', () => {
    expect(senStatuses.filter(mustTellParents)).toEqual(['sen_support']);
  });

  it.each([
    [null, 'SEN support from 1 September 2024'],
    ['Reads below her age', 'SEN support from 1 September 2024: Reads below her age'],
    ['Reads below her age. ', 'SEN support from 1 September 2024: Reads below her age'],
  ])('is one sentence without its stop, whatever the reason ends with: %j', (reason, words) => {
    expect(statusSentence(recordOf({ reason }))).toBe(words);
  });

  it('keeps the name of an old letter in history (rule sen-7)', () => {
    expect(statusWords({ status: 'ehc_plan', recordedCode: 'S' })).toBe('Statement (S)');
    expect(statusWords({ status: 'sen_support', recordedCode: 'SEN Support' })).toBe('SEN support');
  });

  it('finds the one in force on a day, both ends included', () => {
    const spells = [
      recordOf({ statusId: 'a', fromOn: day('2024-09-01'), untilOn: day('2025-08-31') }),
      recordOf({ statusId: 'b', fromOn: day('2025-09-01') }),
    ];
    expect(inForceOn(spells, day('2025-08-31'))?.statusId).toBe('a');
    expect(inForceOn(spells, day('2025-09-01'))?.statusId).toBe('b');
    expect(inForceOn(spells, day('2024-08-31'))).toBeNull();
    expect(latestOf(spells)?.statusId).toBe('b');
  });
});

const support = recordOf({ status: 'sen_support', fromOn: day('2025-09-01') });
const plan = recordOf({ status: 'ehc_plan', fromOn: day('2025-09-01') });
const world = {
  statuses: [support],
  bornOn: day('2018-05-03'),
  today: day('2026-11-24'),
  needTypes: ['SLCN'],
};
const change: StatusChange = { status: 'ehc_plan', fromOn: day('2026-11-24'), reason: 'Final plan issued' };

describe('a change of SEN status (rule sen-3)', () => {
  it.each([
    ['before_birth', { fromOn: day('2018-05-02') }, {}],
    ['in_future', { fromOn: day('2026-11-25') }, {}],
    ['before_current', { fromOn: day('2025-08-31') }, {}],
    ['same_status', { status: 'sen_support' }, {}],
    ['same_status', { status: 'none' }, { statuses: [] }],
    ['no_reason', { reason: '  ' }, {}],
    ['told_before_birth', { parentsToldOn: day('2018-05-02') }, {}],
    ['told_in_future', { parentsToldOn: day('2026-11-25') }, {}],
    ['plan_not_ceased', { status: 'sen_support' }, { statuses: [plan] }],
    ['plan_not_ceased', { status: 'none' }, { statuses: [plan] }],
    ['nsa_with_plan', {}, { needTypes: ['NSA'] }],
  ] as const)('is refused: %s', (refusal, of, inWorld) => {
    expect(refusalOfChange({ ...change, ...of }, { ...world, ...inWorld })).toBe(refusal);
  });

  it.each([
    ['from SEN support to a plan', {}, {}],
    ['on the day of birth, for the first status', { fromOn: day('2018-05-03') }, { statuses: [] }],
    [
      'from a plan that the authority has ceased',
      { status: 'sen_support', isPlanCeased: true },
      { statuses: [plan] },
    ],
    ['that corrects what began the same day', { fromOn: support.fromOn, status: 'monitoring' }, {}],
    [
      'that corrects a plan entered by mistake the same day',
      { fromOn: plan.fromOn, status: 'sen_support' },
      { statuses: [plan] },
    ],
    [
      'back to a status that ended',
      { status: 'sen_support' },
      { statuses: [recordOf({ ...support, untilOn: day('2026-07-20') })] },
    ],
  ] as const)('stands %s', (_, of, inWorld) => {
    expect(refusalOfChange({ ...change, ...of }, { ...world, ...inWorld })).toBeNull();
  });
});
