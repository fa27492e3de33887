import { describe, expect, it } from 'vitest';
import { schoolDate } from '#src/kernel/dates.ts';
import { newId, PersonId } from '#src/kernel/ids.ts';
import type { ConcernDecision, Outcome } from './concern.ts';
import {
  type Built,
  type DecisionGiven,
  outcomesFor,
  refusalOfDecision,
  refusalOfUndo,
  statusAfter,
} from './concern-decision.ts';
import type { SenStatus } from './sen-status.ts';

const today = schoolDate('2026-11-24');
const ownerPersonId = PersonId.parse(newId());
const open = { withdrawnWhy: null };
const world = { status: 'none' as SenStatus, hasNeeds: false, today };

const decide = (outcome: Outcome, more: Partial<DecisionGiven> = {}): DecisionGiven => ({
  outcome,
  why: 'Seen in class',
  ...more,
});
const task = { dueOn: schoolDate('2026-12-01'), ownerPersonId };
const support = { sinceOn: today, needType: 'SLCN' };

describe('a decision', () => {
  it.each([
    ['no action', decide('no_action'), world, null],
    ['monitor with its task', decide('monitor', task), world, null],
    ['monitor today', decide('monitor', { ...task, dueOn: today }), world, null],
    ['monitor without a day', decide('monitor', { ownerPersonId }), world, 'no_date'],
    [
      'monitor of yesterday',
      decide('monitor', { ...task, dueOn: schoolDate('2026-11-23') }),
      world,
      'date_passed',
    ],
    ['assess with its task', decide('assess', task), world, null],
    ['assess by nobody', decide('assess', { dueOn: task.dueOn }), world, 'no_owner'],
    ['support', decide('sen_support', support), world, null],
    ['support without a day', decide('sen_support', { needType: 'SLCN' }), world, 'no_since'],
    ['support without a need', decide('sen_support', { sinceOn: today }), world, 'no_need'],
    [
      'support, need on record',
      decide('sen_support', { sinceOn: today }),
      { ...world, hasNeeds: true },
      null,
    ],
    [
      'support of a monitored pupil',
      decide('sen_support', support),
      { ...world, status: 'monitoring' as const },
      null,
    ],
    [
      'support twice',
      decide('sen_support', support),
      { ...world, status: 'sen_support' as const },
      'on_register',
    ],
    [
      'support beside a plan',
      decide('sen_support', support),
      { ...world, status: 'ehc_plan' as const },
      'on_register',
    ],
    [
      'told, no day',
      decide('sen_support', { ...support, toldHow: 'By letter' }),
      world,
      'told_how_without_day',
    ],
  ])('%s is judged (rule concern-3)', (_, given, now, refusal) => {
    expect(refusalOfDecision(given, open, now)).toBe(refusal);
  });

  it('is refused on what was withdrawn', () => {
    expect(refusalOfDecision(decide('no_action'), { withdrawnWhy: 'Wrong pupil' }, world)).toBe('withdrawn');
  });

  it.each([
    ['none', ['no_action', 'monitor', 'assess', 'sen_support']],
    ['monitoring', ['no_action', 'monitor', 'assess', 'sen_support']],
    ['sen_support', ['no_action', 'monitor', 'assess']],
    ['ehc_plan', ['no_action', 'monitor', 'assess']],
  ] as const)('for a pupil of status %s offers %j', (status, offered) => {
    expect(outcomesFor(status)).toEqual(offered);
  });

  it.each([
    ['monitor', false, 'none', 'monitoring'],
    ['monitor', false, 'monitoring', null],
    ['monitor', false, 'ehc_plan', null],
    ['assess', false, 'none', null],
    ['sen_support', false, 'monitoring', 'sen_support'],
    ['no_action', false, 'monitoring', null],
    ['no_action', true, 'monitoring', 'none'],
    ['no_action', true, 'sen_support', null],
  ] as const)(
    '%s (ends monitoring: %s) makes of %s the status %s',
    (outcome, endsMonitoring, status, after) => {
      expect(statusAfter({ outcome, endsMonitoring }, status)).toBe(after);
    },
  );
});

const made: ConcernDecision = {
  concernDecisionId: newId(),
  outcome: 'sen_support',
  why: 'Seen in class',
  decidedOn: today,
  byName: null,
  task: null,
  endedTaskId: null,
  statusId: newId(),
  statusVersion: 2,
  needId: newId(),
  withdrawnWhy: null,
  version: 1,
};
const untouched: Built = {
  task: { isOpen: true, version: 1 },
  status: { isLatest: true, version: 2 },
  need: { isOnly: true, version: 1 },
};

describe('the undo of a decision', () => {
  it.each([
    ['as it was made', untouched, null],
    ['nothing made', { task: null, status: null, need: null }, null],
    ['task done', { ...untouched, task: { isOpen: false, version: 2 } }, 'built_on'],
    ['task moved', { ...untouched, task: { isOpen: true, version: 2 } }, 'built_on'],
    ['parents told since', { ...untouched, status: { isLatest: true, version: 3 } }, 'built_on'],
    ['another status since', { ...untouched, status: { isLatest: false, version: 2 } }, 'built_on'],
    ['another need since', { ...untouched, need: { isOnly: false, version: 1 } }, 'built_on'],
    ['need reworded', { ...untouched, need: { isOnly: true, version: 2 } }, 'built_on'],
  ])('with what it built %s (rule concern-4)', (_, built, refusal) => {
    expect(refusalOfUndo(made, { decisions: [made] }, { built, today })).toBe(refusal);
  });

  it('is refused the day after, and when another is in force or it was undone', () => {
    const tomorrow = schoolDate('2026-11-25');
    expect(refusalOfUndo(made, { decisions: [made] }, { built: untouched, today: tomorrow })).toBe(
      'not_today',
    );
    const newer = { ...made, concernDecisionId: newId() };
    expect(refusalOfUndo(made, { decisions: [newer, made] }, { built: untouched, today })).toBe('not_latest');
    const gone = { ...made, withdrawnWhy: 'Undone the same day' };
    expect(refusalOfUndo(gone, { decisions: [gone] }, { built: untouched, today })).toBe('not_latest');
  });
});
